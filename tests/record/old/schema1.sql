PRAGMA application_id = 1330596913;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE link (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  id TEXT NOT NULL UNIQUE,
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO "link" VALUES(1,'b61d0f66-d7d0-4190-849e-6bf0bb7a54d0',X'AB7CDDD9CE4CE35D214A22A235280ACEEB1746295D7351B68CE7A10C959FDC1E',X'222DBAFE47A63C35831796DB8DA3094D3990AC3547529CD7EAA6855DAAA38C21',X'12EED5F5E118209BCA2C8F6163F528E7BCED44ABA0543C45C9EB59D05AE229F5');
INSERT INTO "link" VALUES(2,'de86e8a2-94cd-4d5c-a712-12c0d0a67311',X'12EED5F5E118209BCA2C8F6163F528E7BCED44ABA0543C45C9EB59D05AE229F5',X'E182B94D9DE673D197E1C59FCD23C289CA79429D6153E36656EBD5A703D35E9B',X'84E5843B00383EE39CEC11ADC49EB0134A9CB99A9AD003187479FD89B3852173');
INSERT INTO "link" VALUES(3,'0f3d4f9b-1673-4e2b-9c6c-d470e30ea9b7',X'84E5843B00383EE39CEC11ADC49EB0134A9CB99A9AD003187479FD89B3852173',X'D2D702AC3FEDB974E34F5A462545637CEA641D175708B74361B788A706B4B309',X'3985953ACFCB6FE53BD960B4F16F34EF7C2260A6E7C29CF6E487A545E78C2083');
INSERT INTO "link" VALUES(4,'1951069f-d1a0-4306-a5f6-d689185bd8bc',X'3985953ACFCB6FE53BD960B4F16F34EF7C2260A6E7C29CF6E487A545E78C2083',X'9841388E1A2288862C2FD5F1CD4B5E4565CD3323CA6DB59D1741E10356B986CF',X'501202F7ECCC9BAD86126717E1DA96D40976173D9E992F71FEB409E65BE18639');
INSERT INTO "link" VALUES(5,'0e882c16-feba-4cf5-b33f-324f53b1b733',X'501202F7ECCC9BAD86126717E1DA96D40976173D9E992F71FEB409E65BE18639',X'104F5E038651D73DE85B2FCFF8421B5E98B5C10952BC9F88D319519396A9F08E',X'C5D7040EF684A1CA316F25902DDFAE027C4AC3EA4129F5982DD3627A1EDF6199');
INSERT INTO "link" VALUES(6,'955ed0a7-c0ac-4f0f-a80d-25b98cf026b1',X'C5D7040EF684A1CA316F25902DDFAE027C4AC3EA4129F5982DD3627A1EDF6199',X'0F0980D2425446B058328EA2340764824F83F727437641B9DBEB3D21731080EA',X'7242D712F68BAD5AFA6141F75CAA02CF4CC24330A347F751064C2567D5FD4666');
INSERT INTO "link" VALUES(7,'57ed19a3-bcc4-4460-8bc1-46654fc612a5',X'7242D712F68BAD5AFA6141F75CAA02CF4CC24330A347F751064C2567D5FD4666',X'66A4FD2FEAAFDFA1B7AFABC394D5EA94678ED62D9007DFE643950EC4C899FD6F',X'B37EFC047850967A1AC3CEFD238E6DCE7A5CA56357A54592F71E44E252876058');
INSERT INTO "link" VALUES(8,'db0fcd56-b58f-4f54-a410-917a6b9d87a8',X'B37EFC047850967A1AC3CEFD238E6DCE7A5CA56357A54592F71E44E252876058',X'12F211B15619B3FF4F67626F5E0A02AFCA7FDB2A3B51D3A72AC99E9C0CEF6FBC',X'B0157E2330E7B659F36F02D4D44D2CB005BBC16543B6DB4F202CCA9A561D1279');
INSERT INTO "link" VALUES(9,'ecba9414-8278-4335-9ff7-b40a7f1333ec',X'B0157E2330E7B659F36F02D4D44D2CB005BBC16543B6DB4F202CCA9A561D1279',X'0B50DBB7B4935B2E8BF0EA12ABBCE7D9E391BC58CBA8349DEEEA2B4714F56D8D',X'DB068ECE5197BF0EF325B25818B0993490760E06AE3F1370F7F8411CEFCE1347');
INSERT INTO "link" VALUES(10,'784db4ec-3599-466c-aa1e-f883746d7fef',X'DB068ECE5197BF0EF325B25818B0993490760E06AE3F1370F7F8411CEFCE1347',X'05A7524455A413FD4FF36DA8EFAE54D725F99DBB9368369DC42666802771D57E',X'55D2BC18BCE4AD0B8601022D112CAFA0B2B2C560E0FC7B874A296473E28AC289');
INSERT INTO "link" VALUES(11,'9afd48f7-0d9b-4b32-b6e6-1d9525ee7d9d',X'55D2BC18BCE4AD0B8601022D112CAFA0B2B2C560E0FC7B874A296473E28AC289',X'BC7EF6454ABD5C71DC120A8DED408A7F40100622D4C1F9CE9847B587685061DF',X'08E89F91D140CD5B4C50B2E9046ADC878AEBAD55F9E4A32FE74B2BB1A5345B8F');
INSERT INTO "link" VALUES(12,'fed54779-cd54-4d38-8460-d90a790551f1',X'08E89F91D140CD5B4C50B2E9046ADC878AEBAD55F9E4A32FE74B2BB1A5345B8F',X'E7452D7DFB8CE7D631A538E1C0D17CCBC2858EBC8AF7DBC9510E2976B6C3E4B6',X'F17B6A8BE01C387435684B6E214A941C28439740E2B2D907B9CB2113C45A3A78');
CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('checked',20785);
INSERT INTO "meta" VALUES('count',12);
INSERT INTO "meta" VALUES('erased',12);
INSERT INTO "meta" VALUES('genesis',X'AB7CDDD9CE4CE35D214A22A235280ACEEB1746295D7351B68CE7A10C959FDC1E');
INSERT INTO "meta" VALUES('head',X'F17B6A8BE01C387435684B6E214A941C28439740E2B2D907B9CB2113C45A3A78');
INSERT INTO "meta" VALUES('received',1795909185564);
INSERT INTO "meta" VALUES('record',X'F123F8F7CCCD3C3EF3D078285993CB84');
INSERT INTO "meta" VALUES('touched',0);
CREATE TABLE source (
  record BLOB PRIMARY KEY CHECK (length(record) = 16),
  count INTEGER NOT NULL,
  head BLOB NOT NULL,
  imported INTEGER NOT NULL,
  tool TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE source_link (
  record BLOB NOT NULL, seq INTEGER NOT NULL,
  prev BLOB NOT NULL, digest BLOB NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (record, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE source_text (
  record BLOB NOT NULL, seq INTEGER NOT NULL,
  salt BLOB NOT NULL, payload TEXT NOT NULL, platform TEXT, account TEXT,
  PRIMARY KEY (record, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE state (
  platform TEXT NOT NULL,
  control TEXT NOT NULL,
  account TEXT NOT NULL,  -- '' stands for null, which cannot be part of a key
  unit TEXT NOT NULL,     -- likewise
  training TEXT NOT NULL, basis TEXT NOT NULL, why TEXT NOT NULL, sure TEXT NOT NULL,
  since INTEGER NOT NULL, seen INTEGER, tried INTEGER,
  stale INTEGER NOT NULL, returned INTEGER NOT NULL, not_me INTEGER NOT NULL,
  step TEXT NOT NULL, step_at INTEGER, asked INTEGER,
  decided INTEGER, last_known TEXT NOT NULL, denied INTEGER,
  reading_seq INTEGER NOT NULL, reading_day INTEGER NOT NULL, reading_what TEXT NOT NULL,
  form_seq INTEGER NOT NULL, form_day INTEGER NOT NULL, form_what TEXT NOT NULL,
  mark BLOB NOT NULL CHECK (length(mark) = 32),
  PRIMARY KEY (platform, control, account, unit)
) STRICT, WITHOUT ROWID;
INSERT INTO "state" VALUES('facebook','ai-objection','ada-l','','unknown','form','ok','',1794913200000,NULL,NULL,0,0,0,'submitted',1794913200000,1794913200000,NULL,'unknown',NULL,0,0,'',8,20774,'submitted',X'8194A223CC505235AA10DA0D732769DCC853503BB31F40ADBA15102D07C5EE06');
INSERT INTO "state" VALUES('linkedin','genai-training','ada-l','','allowed','seen','ok','sure',1794823200000,1794830400000,1794830400000,0,1,0,'',NULL,NULL,1794830400000,'allowed',1790676000000,3,20773,'allowed/ok/sure',0,0,'',X'FF7EE20D0FE9038D6A401940A20B737B3672B0CCF001F1AACFFEDDA77E5021D8');
INSERT INTO "state" VALUES('linkedin','genai-training','grace-h','','allowed','seen','ok','sure',1794304800000,1795168800000,1795168800000,0,0,0,'',NULL,NULL,1795168800000,'allowed',1794736800000,6,20772,'denied/ok/sure',0,0,'',X'4C5BF2CA9DF5BCA8D8035E088E821E49E669E35FE4CB9F004F3D08FAC1FF0043');
INSERT INTO "state" VALUES('pinterest','canvas','','','denied','seen','layout-changed','sure',1794996000000,1794996000000,1794999600000,1,0,0,'',NULL,NULL,1794996000000,'denied',1794996000000,10,20775,'unknown/layout-changed/none',0,0,'',X'85FECE7E85B870753926C60FEF8B933B9581E6A162FC287077F88BFCFB41289E');
INSERT INTO "state" VALUES('x','grok-training','ada-l','','denied','declared','ok','',1794909600000,NULL,NULL,0,0,0,'',NULL,NULL,1794909600000,'unknown',NULL,0,0,'',0,0,'',X'FC855B2FED5F9FEBC6012B08CDA80C6DAD9C823A9F871C99FA636D54C4365603');
CREATE TABLE text (
  seq INTEGER PRIMARY KEY REFERENCES link (seq),
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  payload TEXT NOT NULL,
  platform TEXT,  -- null: a note of the record itself
  control TEXT,
  account TEXT,
  unit TEXT
) STRICT;
INSERT INTO "text" VALUES(1,X'81C41E214CCAA9589BEE69D355BBBA16','{"account":"ada-l","actor":"none","at":"2026-05-12T10:00:00.000Z","basis":"seen","browser":"chromium 156","control":"genai-training","evidence":{"by":["role","attr"],"label":"Use my data for training content creation AI models","lang":"en","rev":3,"route":"/mypreferences/d/settings/data-for-ai-improvement","rule":"linkedin"},"id":"b61d0f66-d7d0-4190-849e-6bf0bb7a54d0","platform":"linkedin","raw":"off","received":"2026-11-28T23:39:44.575Z","sure":"sure","training":"denied","unit":null,"why":"ok"}','linkedin','genai-training','ada-l',NULL);
INSERT INTO "text" VALUES(2,X'A1002F219E3AAE2BC04C87DFF2DAF9CE','{"account":"ada-l","actor":"none","at":"2026-09-29T10:00:00.000Z","basis":"seen","browser":"chromium 156","control":"genai-training","evidence":{"by":["role","attr"],"label":"Use my data for training content creation AI models","lang":"en","rev":3,"route":"/mypreferences/d/settings/data-for-ai-improvement","rule":"linkedin"},"id":"de86e8a2-94cd-4d5c-a712-12c0d0a67311","platform":"linkedin","raw":"off","received":"2026-11-28T23:39:44.665Z","sure":"sure","training":"denied","unit":null,"why":"ok"}','linkedin','genai-training','ada-l',NULL);
INSERT INTO "text" VALUES(3,X'98F3D7847D22FADBC1F935C6E5C11AEF','{"account":"ada-l","actor":"none","at":"2026-11-16T10:00:00.000Z","basis":"seen","browser":"chromium 156","control":"genai-training","evidence":{"by":["role","attr"],"label":"Use my data for training content creation AI models","lang":"en","rev":3,"route":"/mypreferences/d/settings/data-for-ai-improvement","rule":"linkedin"},"id":"0f3d4f9b-1673-4e2b-9c6c-d470e30ea9b7","platform":"linkedin","raw":"on","received":"2026-11-28T23:39:44.772Z","sure":"sure","training":"allowed","unit":null,"why":"ok"}','linkedin','genai-training','ada-l',NULL);
INSERT INTO "text" VALUES(4,X'A8C9B528F3485823012E8A3EBDB8C3C9','{"account":"grace-h","actor":"none","at":"2026-11-10T10:00:00.000Z","basis":"seen","browser":"chromium 156","control":"genai-training","evidence":{"by":["role","attr"],"label":"Use my data for training content creation AI models","lang":"en","rev":3,"route":"/mypreferences/d/settings/data-for-ai-improvement","rule":"linkedin"},"id":"1951069f-d1a0-4306-a5f6-d689185bd8bc","platform":"linkedin","raw":"on","received":"2026-11-28T23:39:44.885Z","sure":"sure","training":"allowed","unit":null,"why":"ok"}','linkedin','genai-training','grace-h',NULL);
INSERT INTO "text" VALUES(5,X'77A1E47AED5A2AEB839217A7D694F451','{"account":"grace-h","actor":"none","at":"2026-11-20T10:00:00.000Z","basis":"seen","browser":"chromium 156","control":"genai-training","evidence":{"by":["role","attr"],"label":"Use my data for training content creation AI models","lang":"en","rev":3,"route":"/mypreferences/d/settings/data-for-ai-improvement","rule":"linkedin"},"id":"0e882c16-feba-4cf5-b33f-324f53b1b733","platform":"linkedin","raw":"on","received":"2026-11-28T23:39:44.907Z","sure":"sure","training":"allowed","unit":null,"why":"ok"}','linkedin','genai-training','grace-h',NULL);
INSERT INTO "text" VALUES(6,X'C8AEA995B157DA52B488B77E31113B7E','{"account":"grace-h","actor":"none","at":"2026-11-15T10:00:00.000Z","basis":"seen","browser":"chromium 156","control":"genai-training","evidence":{"by":["role","attr"],"label":"Use my data for training content creation AI models","lang":"en","rev":3,"route":"/mypreferences/d/settings/data-for-ai-improvement","rule":"linkedin"},"id":"955ed0a7-c0ac-4f0f-a80d-25b98cf026b1","platform":"linkedin","raw":"off","received":"2026-11-28T23:39:44.915Z","sure":"sure","training":"denied","unit":null,"why":"ok"}','linkedin','genai-training','grace-h',NULL);
INSERT INTO "text" VALUES(7,X'4854B38D68E31D4DBA616893F8389FBC','{"account":"ada-l","actor":"user","at":"2026-11-17T10:00:00.000Z","basis":"declared","browser":"chromium 156","control":"grok-training","date":"2026-11-01","evidence":null,"id":"57ed19a3-bcc4-4460-8bc1-46654fc612a5","note":"by e-mail","platform":"x","raw":null,"received":"2026-11-28T23:39:45.166Z","sure":null,"training":"denied","unit":null,"why":"ok"}','x','grok-training','ada-l',NULL);
INSERT INTO "text" VALUES(8,X'624723CF21BEE4C2D9D41D94CF388B39','{"account":"ada-l","actor":"none","at":"2026-11-17T11:00:00.000Z","basis":"form","browser":"chromium 156","control":"ai-objection","evidence":null,"id":"db0fcd56-b58f-4f54-a410-917a6b9d87a8","platform":"facebook","raw":"submitted","received":"2026-11-28T23:39:45.366Z","sure":null,"training":"unknown","unit":null,"why":"ok"}','facebook','ai-objection','ada-l',NULL);
INSERT INTO "text" VALUES(9,X'C5D328BBBDBD3FD3848077819DD0B1DE','{"account":null,"actor":"user","at":"2026-11-18T10:00:00.000Z","basis":"seen","browser":"chromium 156","control":"canvas","evidence":{"by":["role","attr"],"label":"Use my data for training content creation AI models","lang":"en","rev":3,"route":"/mypreferences/d/settings/data-for-ai-improvement","rule":"linkedin"},"id":"ecba9414-8278-4335-9ff7-b40a7f1333ec","platform":"pinterest","raw":"off","received":"2026-11-28T23:39:45.451Z","sure":"sure","training":"denied","unit":null,"why":"ok"}','pinterest','canvas',NULL,NULL);
INSERT INTO "text" VALUES(10,X'15BDA8B7285EF35A5C99D08F234112D2','{"account":null,"actor":"none","at":"2026-11-18T11:00:00.000Z","basis":"seen","browser":"chromium 156","control":"canvas","evidence":{"by":["role","attr"],"label":"Use my data for training content creation AI models","lang":"en","rev":3,"route":"/mypreferences/d/settings/data-for-ai-improvement","rule":"linkedin"},"id":"784db4ec-3599-466c-aa1e-f883746d7fef","platform":"pinterest","raw":null,"received":"2026-11-28T23:39:45.512Z","sure":"none","training":"unknown","unit":null,"why":"layout-changed"}','pinterest','canvas',NULL,NULL);
INSERT INTO "text" VALUES(12,X'A97F4B796E52A400D65294A0CBF61C2E','{"count":1,"id":"fed54779-cd54-4d38-8460-d90a790551f1","ranges":[[11,11]],"received":"2026-11-28T23:39:45.564Z","type":"erased","what":"platform"}',NULL,NULL,NULL,NULL);
CREATE INDEX text_platform ON text (platform);
CREATE INDEX text_account ON text (account);
CREATE TRIGGER link_insert BEFORE INSERT ON link
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM link)
  OR NEW.prev IS NOT coalesce((SELECT hash FROM link ORDER BY seq DESC LIMIT 1),
                              (SELECT value FROM meta WHERE name = 'genesis'))
  OR EXISTS (SELECT 1 FROM link WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'the record only grows at its end'); END;
CREATE TRIGGER link_update BEFORE UPDATE ON link
BEGIN SELECT raise(ABORT, 'links are never changed'); END;
CREATE TRIGGER link_delete BEFORE DELETE ON link
BEGIN SELECT raise(ABORT, 'links are never removed'); END;
CREATE TRIGGER text_insert BEFORE INSERT ON text
WHEN NEW.seq IS NOT (SELECT max(seq) FROM link) OR EXISTS (SELECT 1 FROM text WHERE seq = NEW.seq)
BEGIN SELECT raise(ABORT, 'content belongs to the newest link'); END;
CREATE TRIGGER text_update BEFORE UPDATE ON text
BEGIN SELECT raise(ABORT, 'content is never changed'); END;
COMMIT;
