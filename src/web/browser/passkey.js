// @ts-check
// The one script of this site: a passkey can only be asked for by a page's script. Buttons that need it
// are hidden until it finds that this browser can.

const API = '/connexion/api/passkey';

/** @param {string} path @param {unknown} [body] */
async function ask(path, body) {
  const init =
    body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        };
  const answer = await fetch(API + path, { credentials: 'same-origin', ...init });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function signIn() {
  const options = await ask('/generate-authenticate-options');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await navigator.credentials.get({ publicKey });
  await ask('/verify-authentication', { response: toJson(credential) });
}

/** @param {string} name */
async function add(name) {
  const options = await ask('/generate-register-options');
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = await navigator.credentials.create({ publicKey });
  await ask('/verify-registration', { response: toJson(credential), name });
}

/** @param {Credential | null} credential */
function toJson(credential) {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no passkey');
  return credential.toJSON();
}

/** @param {HTMLButtonElement} button */
async function press(button) {
  const { passkey, next = '' } = button.dataset;
  const failure = document.getElementById('passkey-failure');
  if (failure) failure.hidden = true;
  button.disabled = true;
  try {
    await (passkey === 'add' ? add(navigator.platform) : signIn());
    location.assign(next);
  } catch {
    if (failure) failure.hidden = false;
    button.disabled = false;
    button.focus();
  }
}

if ('PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential) {
  for (const button of document.querySelectorAll('button[data-passkey]')) {
    if (!(button instanceof HTMLButtonElement)) continue;
    button.hidden = false;
    button.addEventListener('click', () => void press(button));
  }
}
