#pragma once
#include <array>
#include <cstddef>
#include <string_view>

// The vocabulary of the data model. Made from words.json by scripts/make-words.mjs.
// clang-format off
namespace optoutlog {

struct ErrorKind {
  std::string_view name;  // "record.busy"
  int code;               // JSON-RPC code
  int exit;               // exit status, 0 where no program ends because of it
};

// Name, JSON-RPC code, exit status of a program that ends because of it (0: none does).
namespace errors {
inline constexpr ErrorKind kJsonInvalid{"json.invalid", -32700, 0};
inline constexpr ErrorKind kRequestInvalid{"request.invalid", -32600, 0};
inline constexpr ErrorKind kMethodUnknown{"method.unknown", -32601, 0};
inline constexpr ErrorKind kParamsInvalid{"params.invalid", -32602, 2};
inline constexpr ErrorKind kInternal{"internal", -32603, 70};
inline constexpr ErrorKind kFrameTooLarge{"frame.too-large", -32000, 10};
inline constexpr ErrorKind kFrameTruncated{"frame.truncated", -32001, 11};
inline constexpr ErrorKind kFrameEmpty{"frame.empty", -32002, 0};
inline constexpr ErrorKind kChannelFailed{"channel.failed", -32003, 12};
inline constexpr ErrorKind kAnswerTooLarge{"answer.too-large", -32004, 0};
inline constexpr ErrorKind kProtocolUnsupported{"protocol.unsupported", -32005, 0};
inline constexpr ErrorKind kCallerForbidden{"caller.forbidden", -32006, 0};
inline constexpr ErrorKind kCursorStale{"cursor.stale", -32007, 13};
inline constexpr ErrorKind kRecordBusy{"record.busy", -32020, 20};
inline constexpr ErrorKind kRecordFull{"record.full", -32021, 21};
inline constexpr ErrorKind kRecordReadonly{"record.readonly", -32022, 22};
inline constexpr ErrorKind kRecordCorrupt{"record.corrupt", -32023, 23};
inline constexpr ErrorKind kRecordNewer{"record.newer", -32024, 24};
inline constexpr ErrorKind kRecordForeign{"record.foreign", -32025, 25};
inline constexpr ErrorKind kRecordPermissions{"record.permissions", -32026, 26};
inline constexpr ErrorKind kRecordIo{"record.io", -32027, 27};
inline constexpr ErrorKind kRecordNoPlace{"record.no-place", -32028, 28};
inline constexpr ErrorKind kRecordNone{"record.none", -32029, 29};
inline constexpr ErrorKind kPacketInvalid{"packet.invalid", -32040, 40};
inline constexpr ErrorKind kPacketBroken{"packet.broken", -32041, 41};
inline constexpr ErrorKind kPacketConflict{"packet.conflict", -32042, 42};
inline constexpr ErrorKind kPictureInvalid{"picture.invalid", -32050, 50};
inline constexpr ErrorKind kPictureTooLarge{"picture.too-large", -32051, 51};
inline constexpr ErrorKind kPictureTooMany{"picture.too-many", -32052, 52};
inline constexpr ErrorKind kPolicyOff{"policy.off", -32060, 60};
inline constexpr ErrorKind kPolicyDocumentUnknown{"policy.document-unknown", -32061, 61};
inline constexpr ErrorKind kPolicyUrlRefused{"policy.url-refused", -32062, 62};
inline constexpr ErrorKind kPolicyChangeUnknown{"policy.change-unknown", -32063, 63};
inline constexpr ErrorKind kPolicyCheckRunning{"policy.check-running", -32064, 64};
inline constexpr ErrorKind kPolicyCaptureInvalid{"policy.capture-invalid", -32065, 65};
inline constexpr ErrorKind kPolicyStoreBusy{"policy.store-busy", -32066, 66};
inline constexpr ErrorKind kPolicyStoreFull{"policy.store-full", -32067, 67};
inline constexpr ErrorKind kPolicyStoreCorrupt{"policy.store-corrupt", -32068, 68};
inline constexpr ErrorKind kPolicyStoreNewer{"policy.store-newer", -32069, 69};
inline constexpr ErrorKind kPolicyStoreForeign{"policy.store-foreign", -32070, 71};
inline constexpr ErrorKind kPolicyStoreIo{"policy.store-io", -32071, 72};
inline constexpr ErrorKind kPolicyAuthorityUnknown{"policy.authority-unknown", -32072, 73};
inline constexpr ErrorKind kPolicyStampUnanswered{"policy.stamp-unanswered", -32073, 74};
inline constexpr ErrorKind kPolicyStampRefused{"policy.stamp-refused", -32074, 75};
inline constexpr ErrorKind kPolicyTokenInvalid{"policy.token-invalid", -32075, 76};
inline constexpr ErrorKind kPolicyWitnessUnknown{"policy.witness-unknown", -32076, 77};
inline constexpr ErrorKind kPolicyWitnessUnanswered{"policy.witness-unanswered", -32077, 78};
}  // namespace errors

namespace words {

// What is known of AI training on what a person posts or does.
namespace training {
inline constexpr std::string_view kAllowed = "allowed";
inline constexpr std::string_view kDenied = "denied";
inline constexpr std::string_view kUnknown = "unknown";
inline constexpr std::array<std::string_view, 3> kWords = {
    kAllowed, kDenied, kUnknown};
}  // namespace training

// What an entry rests on: a page was read, the user said it, a form was used.
namespace basis {
inline constexpr std::string_view kSeen = "seen";
inline constexpr std::string_view kDeclared = "declared";
inline constexpr std::string_view kForm = "form";
inline constexpr std::array<std::string_view, 3> kWords = {
    kSeen, kDeclared, kForm};
}  // namespace basis

// Why the training that a page shows is unknown; ok where it is known.
namespace why {
inline constexpr std::string_view kOk = "ok";
inline constexpr std::string_view kOtherPage = "other-page";
inline constexpr std::string_view kNotFound = "not-found";
inline constexpr std::string_view kAmbiguous = "ambiguous";
inline constexpr std::string_view kConflict = "conflict";
inline constexpr std::string_view kLayoutChanged = "layout-changed";
inline constexpr std::string_view kSignedOut = "signed-out";
inline constexpr std::string_view kNotOffered = "not-offered";
inline constexpr std::string_view kLocked = "locked";
inline constexpr std::string_view kMixed = "mixed";
inline constexpr std::string_view kUnsaved = "unsaved";
inline constexpr std::string_view kUnsettled = "unsettled";
inline constexpr std::string_view kNoAccess = "no-access";
inline constexpr std::array<std::string_view, 13> kWords = {
    kOk, kOtherPage, kNotFound, kAmbiguous, kConflict, kLayoutChanged, kSignedOut, kNotOffered,
    kLocked, kMixed, kUnsaved, kUnsettled, kNoAccess};
}  // namespace why

// How a reading came about: as the server gave it, or a person changed it here.
namespace how {
inline constexpr std::string_view kLoaded = "loaded";
inline constexpr std::string_view kChanged = "changed";
inline constexpr std::array<std::string_view, 2> kWords = {
    kLoaded, kChanged};
}  // namespace how

// How much stands behind a reading.
namespace sure {
inline constexpr std::string_view kSure = "sure";
inline constexpr std::string_view kLikely = "likely";
inline constexpr std::string_view kNone = "none";
inline constexpr std::array<std::string_view, 3> kWords = {
    kSure, kLikely, kNone};
}  // namespace sure

// Who made the state that was read.
namespace actor {
inline constexpr std::string_view kUser = "user";
inline constexpr std::string_view kNone = "none";
inline constexpr std::array<std::string_view, 2> kWords = {
    kUser, kNone};
}  // namespace actor

// Why a document gives no new loaded reading.
namespace again {
inline constexpr std::string_view kOld = "old";
inline constexpr std::string_view kTouched = "touched";
inline constexpr std::string_view kRestored = "restored";
inline constexpr std::array<std::string_view, 3> kWords = {
    kOld, kTouched, kRestored};
}  // namespace again

// Whether what was seen stands at the server.
namespace kept {
inline constexpr std::string_view kConfirmed = "confirmed";
inline constexpr std::string_view kPending = "pending";
inline constexpr std::string_view kNotKept = "not-kept";
inline constexpr std::array<std::string_view, 3> kWords = {
    kConfirmed, kPending, kNotKept};
}  // namespace kept

// What was denied is allowed again, where no account is known; else true or false.
namespace returned {
inline constexpr std::string_view kPerhaps = "perhaps";
inline constexpr std::array<std::string_view, 1> kWords = {
    kPerhaps};
}  // namespace returned

// What the readers of a control say of it.
namespace raw {
inline constexpr std::string_view kOn = "on";
inline constexpr std::string_view kOff = "off";
inline constexpr std::string_view kBoth = "both";
inline constexpr std::string_view kNeither = "neither";
inline constexpr std::string_view kMixed = "mixed";
inline constexpr std::array<std::string_view, 5> kWords = {
    kOn, kOff, kBoth, kNeither, kMixed};
}  // namespace raw

// Steps of an objection form.
namespace step {
inline constexpr std::string_view kReached = "reached";
inline constexpr std::string_view kSubmitted = "submitted";
inline constexpr std::string_view kConfirmed = "confirmed";
inline constexpr std::string_view kAnsweredYes = "answered-yes";
inline constexpr std::string_view kAnsweredNo = "answered-no";
inline constexpr std::array<std::string_view, 5> kWords = {
    kReached, kSubmitted, kConfirmed, kAnsweredYes, kAnsweredNo};
}  // namespace step

// Those of them that a page can show.
namespace seen_step {
inline constexpr std::string_view kReached = "reached";
inline constexpr std::string_view kSubmitted = "submitted";
inline constexpr std::string_view kConfirmed = "confirmed";
inline constexpr std::array<std::string_view, 3> kWords = {
    kReached, kSubmitted, kConfirmed};
}  // namespace seen_step

// What the user can say of a line that is no training: an answer, a drop, a taking back.
namespace saying {
inline constexpr std::string_view kAnswerMe = "answer-me";
inline constexpr std::string_view kAnswerNotMe = "answer-not-me";
inline constexpr std::string_view kDropped = "dropped";
inline constexpr std::string_view kTakenBack = "taken-back";
inline constexpr std::array<std::string_view, 4> kWords = {
    kAnswerMe, kAnswerNotMe, kDropped, kTakenBack};
}  // namespace saying

// In which way the user opted out elsewhere.
namespace way {
inline constexpr std::string_view kInApp = "in-app";
inline constexpr std::string_view kByMail = "by-mail";
inline constexpr std::string_view kByForm = "by-form";
inline constexpr std::string_view kOtherWay = "other-way";
inline constexpr std::array<std::string_view, 4> kWords = {
    kInApp, kByMail, kByForm, kOtherWay};
}  // namespace way

// What became of an entry that was sent to be recorded.
namespace effect {
inline constexpr std::string_view kRecorded = "recorded";
inline constexpr std::string_view kConfirmed = "confirmed";
inline constexpr std::string_view kDuplicate = "duplicate";
inline constexpr std::array<std::string_view, 3> kWords = {
    kRecorded, kConfirmed, kDuplicate};
}  // namespace effect

// What an erase removed.
namespace erased {
inline constexpr std::string_view kPlatform = "platform";
inline constexpr std::string_view kAccount = "account";
inline constexpr std::string_view kPlatformAccount = "platform-account";
inline constexpr std::string_view kAll = "all";
inline constexpr std::array<std::string_view, 4> kWords = {
    kPlatform, kAccount, kPlatformAccount, kAll};
}  // namespace erased

// What verify finds wrong with a chain.
namespace broken {
inline constexpr std::string_view kGenesis = "genesis";
inline constexpr std::string_view kOrder = "order";
inline constexpr std::string_view kMissing = "missing";
inline constexpr std::string_view kPrev = "prev";
inline constexpr std::string_view kHash = "hash";
inline constexpr std::string_view kDigest = "digest";
inline constexpr std::string_view kPayload = "payload";
inline constexpr std::string_view kNote = "note";
inline constexpr std::string_view kWithheld = "withheld";
inline constexpr std::string_view kHead = "head";
inline constexpr std::string_view kCheckpoint = "checkpoint";
inline constexpr std::string_view kErasedWithoutNote = "erased-without-note";
inline constexpr std::string_view kNoteWithoutErase = "note-without-erase";
inline constexpr std::string_view kState = "state";
inline constexpr std::string_view kColumns = "columns";
inline constexpr std::string_view kIntegrity = "integrity";
inline constexpr std::string_view kStamp = "stamp";
inline constexpr std::string_view kToken = "token";
inline constexpr std::string_view kOtherHistory = "other-history";
inline constexpr std::string_view kPicture = "picture";
inline constexpr std::string_view kPictureMissing = "picture-missing";
inline constexpr std::string_view kPictureAltered = "picture-altered";
inline constexpr std::string_view kWitness = "witness";
inline constexpr std::array<std::string_view, 23> kWords = {
    kGenesis, kOrder, kMissing, kPrev, kHash, kDigest, kPayload, kNote, kWithheld, kHead,
    kCheckpoint, kErasedWithoutNote, kNoteWithoutErase, kState, kColumns, kIntegrity, kStamp,
    kToken, kOtherHistory, kPicture, kPictureMissing, kPictureAltered, kWitness};
}  // namespace broken

// What is wrong with a time-stamp token.
namespace token {
inline constexpr std::string_view kUnreadable = "unreadable";
inline constexpr std::string_view kImprint = "imprint";
inline constexpr std::string_view kNonce = "nonce";
inline constexpr std::string_view kPolicy = "policy";
inline constexpr std::string_view kTime = "time";
inline constexpr std::string_view kSignature = "signature";
inline constexpr std::string_view kCertificate = "certificate";
inline constexpr std::string_view kExpired = "expired";
inline constexpr std::string_view kPurpose = "purpose";
inline constexpr std::string_view kRevoked = "revoked";
inline constexpr std::array<std::string_view, 10> kWords = {
    kUnreadable, kImprint, kNonce, kPolicy, kTime, kSignature, kCertificate, kExpired, kPurpose,
    kRevoked};
}  // namespace token

// How it was found what a robots.txt says of a setting's crawlers.
namespace witness {
inline constexpr std::string_view kOk = "ok";
inline constexpr std::string_view kNoFile = "no-file";
inline constexpr std::string_view kPartial = "partial";
inline constexpr std::string_view kEveryone = "everyone";
inline constexpr std::string_view kNotText = "not-text";
inline constexpr std::string_view kEmpty = "empty";
inline constexpr std::array<std::string_view, 6> kWords = {
    kOk, kNoFile, kPartial, kEveryone, kNotText, kEmpty};
}  // namespace witness

// Who vouches for the root certificate that a time-stamp token rests on.
namespace anchor {
inline constexpr std::string_view kSystem = "system";
inline constexpr std::string_view kGiven = "given";
inline constexpr std::string_view kRecord = "record";
inline constexpr std::array<std::string_view, 3> kWords = {
    kSystem, kGiven, kRecord};
}  // namespace anchor

// What a rule reads; form: steps alone, not-training: shown, never counted.
namespace kind {
inline constexpr std::string_view kToggle = "toggle";
inline constexpr std::string_view kChoice = "choice";
inline constexpr std::string_view kDropdown = "dropdown";
inline constexpr std::string_view kChip = "chip";
inline constexpr std::string_view kText = "text";
inline constexpr std::string_view kForm = "form";
inline constexpr std::string_view kNotTraining = "not-training";
inline constexpr std::array<std::string_view, 7> kWords = {
    kToggle, kChoice, kDropdown, kChip, kText, kForm, kNotTraining};
}  // namespace kind

// What a fact rests on.
namespace grade {
inline constexpr std::string_view kA = "A";
inline constexpr std::string_view kB = "B";
inline constexpr std::string_view kC = "C";
inline constexpr std::array<std::string_view, 3> kWords = {
    kA, kB, kC};
}  // namespace grade

// What a control says when it is on.
namespace on_means {
inline constexpr std::string_view kTraining = "training";
inline constexpr std::string_view kOptedOut = "opted-out";
inline constexpr std::string_view kOther = "other";
inline constexpr std::array<std::string_view, 3> kWords = {
    kTraining, kOptedOut, kOther};
}  // namespace on_means

// What has the setting.
namespace unit {
inline constexpr std::string_view kAccount = "account";
inline constexpr std::string_view kBlog = "blog";
inline constexpr std::string_view kSite = "site";
inline constexpr std::string_view kChannel = "channel";
inline constexpr std::string_view kPublication = "publication";
inline constexpr std::string_view kTeam = "team";
inline constexpr std::string_view kOrganisation = "organisation";
inline constexpr std::string_view kItem = "item";
inline constexpr std::array<std::string_view, 8> kWords = {
    kAccount, kBlog, kSite, kChannel, kPublication, kTeam, kOrganisation, kItem};
}  // namespace unit

// What is known of a platform that has no control to read.
namespace without {
inline constexpr std::string_view kNone = "none";
inline constexpr std::string_view kCannotRead = "cannot-read";
inline constexpr std::string_view kAppOnly = "app-only";
inline constexpr std::array<std::string_view, 3> kWords = {
    kNone, kCannotRead, kAppOnly};
}  // namespace without

// What such a platform's own text says of training.
namespace trains {
inline constexpr std::string_view kYes = "yes";
inline constexpr std::string_view kNo = "no";
inline constexpr std::string_view kPartly = "partly";
inline constexpr std::string_view kSilent = "silent";
inline constexpr std::string_view kNotStated = "not-stated";
inline constexpr std::array<std::string_view, 5> kWords = {
    kYes, kNo, kPartly, kSilent, kNotStated};
}  // namespace trains

// The name of a platform, a control, a page, a rule.
namespace slug {
inline constexpr std::string_view kSays =
    "1 to 64 of a-z, 0-9 and -, beginning and ending with a letter or digit";
inline constexpr std::size_t kMost = 64;
}  // namespace slug

// The most that a member of an entry holds: bytes of UTF-8, or a number.
namespace bounds {
inline constexpr std::size_t kAccount = 200;
inline constexpr std::size_t kUnit = 200;
inline constexpr std::size_t kRaw = 100;
inline constexpr std::size_t kLabel = 300;
inline constexpr std::size_t kLang = 35;
inline constexpr std::size_t kRoute = 500;
inline constexpr std::size_t kBy = 64;
inline constexpr std::size_t kByCount = 16;
inline constexpr std::size_t kRev = 2147483647;
inline constexpr std::size_t kBrowser = 100;
inline constexpr std::size_t kNote = 500;
inline constexpr std::size_t kClient = 100;
inline constexpr std::size_t kEntries = 1000;
inline constexpr std::size_t kHistory = 500;
}  // namespace bounds

}  // namespace words
}  // namespace optoutlog
// clang-format on
