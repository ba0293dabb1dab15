// The same on other platforms and widgets. Each case: a page, what the server holds, what a person
// does.
const click = (at, on = '#t', extra = { makes: 'denied' }) => ({ at, do: 'click', on, ...extra });
const gh = (body, script = '') => ({
  rule: 'github',
  url: 'https://github.com/settings/copilot/features',
  html:
    '<!doctype html><html lang=en><head><meta name=user-login ' +
    `content=ada></head><body><main><h1>Copilot</h1>${body}</main><script>${script}</script>` +
    '</body></html>',
});
const GL = 'Allow GitHub to use my data for AI model training';
const med = (script = '', extra = '', a = true) => ({
  rule: 'medium',
  url: 'https://medium.com/me/settings',
  html:
    '<!doctype html><html lang=en><body><main><h1>Settings</h1><section><h2>Third-party AI and ' +
    'your stories</h2><div role=radiogroup aria-label="Third-party AI and your ' +
    `stories"><label><input type=radio name=r id=a${a ? ' checked' : ''}>Prioritize maximum ` +
    `reach</label><label><input type=radio name=r id=b${a ? '' : ' checked'}>Minimize ` +
    `third-party training</label></div>${extra}</section></main><script>${script}</script>` +
    '</body></html>',
});
const note = (a, b, script = '', extra = '') => ({
  rule: 'note',
  url: 'https://note.com/settings/account',
  html:
    '<!doctype html><html lang=ja><body><main><h1>アカウント</h1><div class=row><label ' +
    'for=a>生成AIの学習に拒否意向を示す</label><input id=a type=checkbox ' +
    `role=switch${a ? ' checked' : ''}></div><div class=row><label ` +
    'for=b>AI学習対価還元プログラムに参加する</label><input id=b type=checkbox ' +
    `role=switch${b ? ' checked' : ''}></div>${extra}</main><script>${script}</script></body>` +
    '</html>',
});
const hat = (now, checked, posted, extra = '', script = '') =>
  '<!doctype html><html lang=ja><body><main><h1>設定</h1><h2>基本設定</h2><form ' +
  'method=post><h3>コンテンツ利用設定</h3><div class=row><label><input type=checkbox ' +
  `id=t${checked ? ' checked' : ''}>生成AIによるクロールを拒否する</label></div>${extra}<button ` +
  `type=submit>変更する</button></form></main><script>${script}</script></body></html>`;
const H = 'https://blog.hatena.ne.jp/ada/ada.hatenablog.com/config';
export const CASES = [
  {
    id: 'github select: pick Disabled, Save unpressed (Save in no form)',
    ...gh(
      `<div class=row><label for=t>${GL}</label><select id=t><option>Enabled</option><option ` +
        'id=o>Disabled</option></select></div><button type=button>Save</button>',
    ),
    truth: 'allowed',
    steps: [
      {
        at: 7000,
        do: 'js',
        makes: 'denied',
        run: w => {
          const s = w.document.querySelector('#t');
          s.dispatchEvent(new w.MouseEvent('pointerdown', { bubbles: true }));
          s.value = 'Disabled';
          s.dispatchEvent(new w.Event('change', { bubbles: true }));
        },
      },
    ],
  },
  {
    id: 'github menu button: item picked before the reading, drawn optimistic, undone at 12 s',
    ...gh(
      `<div class=row><span id=l>${GL}</span><button id=t aria-haspopup=menu ` +
        'aria-labelledby="l v"><span id=v>Enabled</span></button></div><div role=menu id=m ' +
        'hidden><div role=menuitemradio id=i>Disabled</div></div>',
      `t.onclick=()=>{m.hidden=false};i.onclick=()=>{m.hidden=true;v.textContent='Disabled';` +
        `setTimeout(()=>{v.textContent='Enabled'},10000)}`,
    ),
    truth: 'allowed',
    end: 24000,
    steps: [click(1500, '#t', {}), click(2200, '#i')],
  },
  {
    id: 'same, after the reading',
    ...gh(
      `<div class=row><span id=l>${GL}</span><button id=t aria-haspopup=menu ` +
        'aria-labelledby="l v"><span id=v>Enabled</span></button></div><div role=menu id=m ' +
        'hidden><div role=menuitemradio id=i>Disabled</div></div>',
      `t.onclick=()=>{m.hidden=false};i.onclick=()=>{m.hidden=true;v.textContent='Disabled';` +
        `setTimeout(()=>{v.textContent='Enabled'},10000)}`,
    ),
    truth: 'allowed',
    end: 30000,
    steps: [click(6500, '#t', {}), click(7200, '#i')],
  },
  {
    id: 'menu in a plain div without a role',
    ...gh(
      `<div class=row><span id=l>${GL}</span><button id=t aria-haspopup=menu ` +
        'aria-labelledby="l v"><span id=v>Enabled</span></button></div><div class=pop id=m ' +
        'hidden><div id=i>Disabled</div></div>',
      `t.onclick=()=>{m.hidden=false};i.onclick=()=>{m.hidden=true;v.textContent='Disabled'}`,
    ),
    truth: [
      { at: 0, training: 'allowed' },
      { at: 17200, training: 'denied' },
    ],
    end: 30000,
    steps: [click(6500, '#t', {}), click(17200, '#i')],
  },
  {
    id: 'medium radio picked at 1.5, unsaved, Save awake without a form',
    ...med('', '<button type=button>Save</button>'),
    truth: 'allowed',
    steps: [click(1500, '#b')],
  },
  {
    id: 'medium bulk',
    ...med(
      'z.onclick=()=>{b.checked=true}',
      '<button type=button id=z>Most private</button><button type=button>Save</button>',
    ),
    truth: 'allowed',
    steps: [click(1500, '#z', {})],
  },
  { id: 'medium steady', ...med(), truth: 'allowed', expect: 'allowed' },
  {
    id: 'note: refusal on, reward loads late 4.6 s',
    ...note(
      true,
      false,
      `const r=document.querySelectorAll('.row')[1];const ` +
        `p=r.parentNode;r.remove();setTimeout(()=>{p.append(r);b.checked=true},6000)`,
    ),
    truth: 'allowed',
    end: 20000,
  },
  { id: 'note steady', ...note(true, false), truth: 'denied', expect: 'denied' },
  {
    id: 'note: bulk before reading',
    ...note(
      false,
      false,
      `z.onclick=()=>{a.checked=true}`,
      '<button type=button id=z>すべて拒否</button><button type=button>保存</button>',
    ),
    truth: 'allowed',
    steps: [click(1500, '#z', {})],
  },
  {
    id: 'hatena: server redraws the posted box with an error',
    rule: 'hatena',
    url: H,
    truth: 'allowed',
    end: 18000,
    steps: [click(6000), { at: 7000, do: 'goto', on: H, posted: true }],
    html: (h, u, now) =>
      now > 6500
        ? hat(now, true, true, '<p class="error">ブログ名を入力してください</p>')
        : hat(now, false),
  },
  {
    id: 'hatena steady',
    rule: 'hatena',
    url: H,
    truth: 'denied',
    expect: 'denied',
    html: () => hat(0, true),
  },
  {
    id:
      'x: account A named, page in other account view (rule place A stays, header), switched ' +
      'without reload, old DOM, hover adds text to the row',
    rule: 'x',
    url: 'https://x.com/settings/grok_settings',
    truth: [
      { at: 0, training: 'allowed', account: 'ada' },
      { at: 7000, training: 'denied', account: 'bob' },
    ],
    end: 24000,
    html:
      `<!doctype html><html lang="en"><body><a id=p href="/ada" ` +
      `data-testid="AppTabBar_Profile_Link">Profile</a><main><h2>Grok</h2><div ` +
      `data-testid=xaiDataSharingSettings><div class=row><label>Allow your public data as well ` +
      `as your interactions, inputs, and results with Grok and xAI to be used for training and ` +
      `fine-tuning<input id=t type=checkbox checked></label><small id=k></small></div><div ` +
      `class=row><label>B<input type=checkbox></label></div></div></main><script>` +
      `setTimeout(()=>{p.href='/bob'},7000);setTimeout(()=>{k.textContent='New'},8000);` +
      `setTimeout(()=>{t.checked=false},17000)</script></body></html>`,
  },
  {
    id:
      'tumblr unit swap, value of B comes after 9 s; element re-created at once with the old ' +
      'state (placeholder)',
    rule: 'tumblr',
    url: 'https://www.tumblr.com/settings/blog/alpha',
    truth: [
      { at: 0, training: 'allowed', unit: 'alpha' },
      { at: 7000, training: 'denied', unit: 'beta' },
    ],
    end: 26000,
    html:
      `<!doctype html><html lang=en><body><main><h1>Blog ` +
      `settings</h1><section><h2>Visibility</h2><div ` +
      `id=box></div></section></main><script>function draw(u){box.innerHTML='<div ` +
      `class=row><label for=t>Prevent third-party sharing for '+u+'</label><input id=t ` +
      `type=checkbox role=switch></div>'}draw('alpha');setTimeout(()=>{history.pushState(null,` +
      `'','/settings/blog/beta');draw('beta')},7000);setTimeout(()=>{t.checked=true},16000)</` +
      `script></body></html>`,
  },
  {
    id: 'form is replaced, and comes back with an error',
    rule: 'facebook',
    url: 'https://www.facebook.com/help/contact/6359191084165019',
    truth: 'none',
    form: 'reached',
    steps: [
      { at: 3000, do: 'type', on: '#x', text: 'I object' },
      { at: 5000, do: 'click', on: '#send' },
    ],
    end: 20000,
    html:
      `<!doctype html><html lang=en><body><main id=m><h1>Object to Your Information Being Used ` +
      `for AI at Meta</h1><form id=f action="/ajax/help/contact/submit"><input type=hidden ` +
      `name=support_form_id value=1><textarea id=x name=why></textarea><button type=submit ` +
      `id=send>Send</button></form></main><script>f.onsubmit=(e)=>{e.preventDefault();const ` +
      `h=m.innerHTML;m.innerHTML='<p>Your request is being ` +
      `sent</p>';setTimeout(()=>{m.innerHTML=h+'<p>Something went ` +
      `wrong</p>'},3000)}</script></body></html>`,
  },
  {
    id: 'optimistic receipt, error later',
    rule: 'facebook',
    url: 'https://www.facebook.com/help/contact/6359191084165019',
    truth: 'none',
    form: 'reached',
    steps: [
      { at: 3000, do: 'type', on: '#x', text: 'I object' },
      { at: 5000, do: 'click', on: '#send' },
    ],
    end: 20000,
    html:
      `<!doctype html><html lang=en><body><main id=m><h1>Object to Your Information Being Used ` +
      `for AI at Meta</h1><form id=f action="/ajax/help/contact/submit"><input type=hidden ` +
      `name=support_form_id value=1><textarea id=x name=why></textarea><button type=submit ` +
      `id=send>Send</button></form></main><script>f.onsubmit=(e)=>{e.preventDefault();` +
      `m.innerHTML='<p>Your request was sent.</p>';fetch('/api/` +
      `wait?ms=6000&status=500').then(()=>{m.innerHTML='<p>Your request could not be sent. Try ` +
      `again.</p>'})}</script></body></html>`,
  },
  {
    id: 'chatgpt main row vs dialog: dialog flips, main row stale after Done (kept)',
    rule: 'chatgpt',
    url: 'https://chatgpt.com/#settings/DataControls',
    truth: [
      { at: 0, training: 'allowed', account: 'Ada' },
      { at: 8200, training: 'denied', account: 'Ada' },
    ],
    end: 24000,
    steps: [click(6500, '#open', {}), click(7300, '#t'), click(8200, '#done', {})],
    html:
      `<!doctype html><html lang=en><body><button data-testid=accounts-profile-button><span ` +
      `class=truncate>Ada</span></button><div role=dialog id=d1><h2>Settings</h2><h3>Data ` +
      `controls</h3><button id=open data-testid="improve-model-open-modal-button"><span>` +
      `Improve the model for everyone</span><span id=v>On</span></button></div><div ` +
      `id=o></div><script>document.querySelector('#open').onclick=()=>{o.innerHTML='<div ` +
      `role=dialog aria-modal=true><h2>Model improvement</h2><label for=t>Improve the model ` +
      `for everyone</label><button role=switch id=t aria-checked=true data-state=checked ` +
      `data-testid=improve-model-toggle></button><button ` +
      `id=done>Done</button></div>';t.onclick=()=>{const ` +
      `n=t.getAttribute('aria-checked')!=='true';t.setAttribute('aria-checked',n);` +
      `t.setAttribute('data-state',n?'checked':'unchecked')};done.onclick=()=>` +
      `{o.innerHTML=''}}</script></body></html>`,
  },
];
