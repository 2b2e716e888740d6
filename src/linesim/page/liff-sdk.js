// A stand-in for LINE's LIFF SDK, served by linesim under the same path: `window.liff`.
// It follows the published interface; how it speaks to linesim is an affair of its own.

(() => {
  const PLATFORM = new URL(document.currentScript.src).origin;
  const VERSION = "2.27.3";
  const WINDOW_NAME = "liff:"; // the name of a LIFF window ends in its id and outlives every page in it
  const APIS = ["shareTargetPicker", "multipleLiffTransition", "subwindow", "scanCode", "scanCodeV2", "createShortcutOnHomeScreen"];
  const LOGIN_ANSWER = ["code", "state", "liffClientId", "liffRedirectUri", "friendship_status_changed"];

  class LiffError extends Error {
    constructor(code, message) {
      super(message);
      this.name = "LiffError";
      this.code = code;
    }
  }

  const never = new Promise(() => {}); // what follows a change of page
  const refuse = (code, message) => Promise.reject(new LiffError(code, message));

  let app = null; // what linesim tells of the app
  let session = null; // {accessToken, idToken, expiresAt}
  let inWindow = null; // {id, context, os, lineVersion} inside LINE
  let becomeReady;
  const ready = new Promise((resolve) => { becomeReady = resolve; });

  // ---- speaking to the platform

  async function ask(path, { body, form, token } = {}) {
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    if (body) headers["content-type"] = "application/json";
    const answer = await fetch(PLATFORM + path, {
      method: body || form ? "POST" : "GET",
      headers,
      body: body ? JSON.stringify(body) : form && new URLSearchParams(form),
    });
    const told = await answer.json();
    if (answer.ok) return told;
    throw new LiffError(told.error ?? String(answer.status), told.error_description ?? wordsFor(told));
  }

  const wordsFor = ({ message, details = [] }) =>
    [message, ...details.map((one) => `${one.property}: ${one.message}`)].join("; ");

  function withToken(path, options) {
    if (!session) return refuse("UNAUTHORIZED", "Need access_token for api call, Please login first");
    return ask(path, { ...options, token: session.accessToken });
  }

  // ---- starting

  async function init({ liffId, withLoginOnExternalBrowser = false } = {}, onReady, onError) {
    try {
      if (!liffId) throw new LiffError("INVALID_CONFIG", "liffId is necessary for liff.init()");
      liff.id = liffId;
      app = await ask(`/sim/liff/apps/${encodeURIComponent(liffId)}`).catch(() => {
        throw new LiffError("INIT_FAILED", `There is no LIFF app ${liffId}`);
      });
      if (!(await findWindow())) await findLogin();
      if (withLoginOnExternalBrowser && !session) { login(); return never; }
      if (goToSecondAddress()) return never;
      warnOutsideEndpoint();
    } catch (failure) {
      onError?.(failure);
      throw failure;
    }
    becomeReady();
    onReady?.();
  }

  // Inside LINE the first address names the window in its fragment.
  async function findWindow() {
    const told = location.hash.match(/^#liff\.window=([\w-]+)$/);
    if (told) {
      window.name = WINDOW_NAME + told[1];
      history.replaceState(history.state, "", location.pathname + location.search);
    }
    if (!window.name.startsWith(WINDOW_NAME)) return false;
    const id = window.name.slice(WINDOW_NAME.length);
    const found = await ask(`/sim/liff/windows/${encodeURIComponent(id)}`).catch(() => null);
    if (found?.liffId !== liff.id) return false;
    inWindow = { ...found, id };
    session = { accessToken: found.accessToken, idToken: found.idToken };
    return true;
  }

  // Outside LINE somebody has just come back from signing in, or has signed in before.
  async function findLogin() {
    const asked = new URLSearchParams(location.search);
    const pending = JSON.parse(sessionStorage.getItem(pendingKey()) ?? "null");
    if (asked.has("code") && pending?.state === asked.get("state")) await redeem(asked, pending);
    else if (asked.has("error") && pending?.state === asked.get("state")) {
      sessionStorage.removeItem(pendingKey());
      throw new LiffError("INIT_FAILED", `${asked.get("error")}: ${asked.get("error_description")}`);
    }
    const kept = JSON.parse(localStorage.getItem(keptKey()) ?? "null");
    session = kept && kept.expiresAt > Date.now() ? kept : null;
  }

  const keptKey = () => `LIFF_STORE:${liff.id}`;
  const pendingKey = () => `LIFF_STORE:${liff.id}:login`;

  async function redeem(asked, { verifier }) {
    sessionStorage.removeItem(pendingKey());
    const told = await ask("/oauth2/v2.1/token", {
      form: {
        grant_type: "authorization_code", client_id: asked.get("liffClientId"), appId: liff.id,
        code: asked.get("code"), code_verifier: verifier,
        redirect_uri: asked.get("liffRedirectUri"), id_token_key_type: "JWK",
      },
    });
    const fresh = { accessToken: told.access_token, idToken: told.id_token ?? null, expiresAt: Date.now() + told.expires_in * 1000 };
    localStorage.setItem(keptKey(), JSON.stringify(fresh));
    const clean = new URL(location.href);
    for (const name of LOGIN_ANSWER) clean.searchParams.delete(name);
    history.replaceState(history.state, "", clean);
  }

  // liff.state holds what followed the id in the LIFF link: path, query and fragment.
  function goToSecondAddress() {
    const first = new URL(location.href);
    const state = first.searchParams.get("liff.state");
    if (!state) return false;
    first.searchParams.delete("liff.state");
    const rest = new URL(state.startsWith("/") ? state : `/${state}`, first.origin);
    const second = new URL(first);
    if (rest.pathname !== "/") second.pathname = first.pathname.replace(/\/$/, "") + rest.pathname;
    for (const [name, value] of rest.searchParams) second.searchParams.append(name, value);
    second.hash = rest.hash;
    location.replace(second);
    return true;
  }

  function warnOutsideEndpoint() {
    const { origin, pathname } = new URL(app.endpoint);
    if (location.origin === origin && location.pathname.startsWith(pathname)) return;
    console.warn("liff.init() was called with a current URL that is not related to the endpoint URL.");
  }

  // ---- signing in and out

  function login({ redirectUri = location.href } = {}) {
    if (inWindow) return;
    goAndSignIn(redirectUri);
  }

  async function goAndSignIn(redirectUri) {
    const [state, verifier] = [randomWord(), randomWord()];
    sessionStorage.setItem(pendingKey(), JSON.stringify({ state, verifier }));
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
    location.assign(`${PLATFORM}/oauth2/v2.1/authorize?${new URLSearchParams({
      app_id: liff.id, client_id: app.channelId, response_type: "code", scope: app.scopes.join(" "),
      state, code_challenge: base64url(digest), code_challenge_method: "S256",
      bot_prompt: app.botPrompt, redirect_uri: redirectUri.split("#")[0],
    })}`);
  }

  const randomWord = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
  const base64url = (bytes) =>
    btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  function logout() {
    localStorage.removeItem(keptKey());
    session = null;
  }

  function getDecodedIDToken() {
    if (!session?.idToken) return null;
    const payload = session.idToken.split(".")[1].replace(/-/g, "+").replace(/_/g, "/");
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0))));
  }

  // ---- what the page is told

  function getContext() {
    if (inWindow) return inWindow.context;
    if (!app) return null;
    return { type: "external", viewType: "full", liffId: liff.id, endpointUrl: app.endpoint, scope: app.scopes };
  }

  function isApiAvailable(name) {
    if (!APIS.includes(name)) throw new LiffError("INVALID_ARGUMENT", "Unexpected API name.");
    if (name === "shareTargetPicker") return Boolean(session && app?.shareTargetPicker);
    return Boolean(inWindow) && name === "multipleLiffTransition";
  }

  // ---- saying something in the person's name

  function sendMessages(messages) {
    if (!inWindow) return refuse("FORBIDDEN", "sendMessages is not allowed in an external browser");
    const mistake = mistakeIn(messages);
    if (mistake) return refuse("INVALID_ARGUMENT", mistake);
    return ask(`/sim/liff/windows/${inWindow.id}/messages`, { body: { messages } })
      .then(() => undefined, forbidden);
  }

  async function shareTargetPicker(messages, { isMultiple = true } = {}) {
    if (!session) throw new LiffError("UNAUTHORIZED", "Need access_token for api call, Please login first");
    if (!isApiAvailable("shareTargetPicker")) throw new LiffError("FORBIDDEN", "shareTargetPicker is switched off");
    const mistake = mistakeIn(messages);
    if (mistake) throw new LiffError("INVALID_ARGUMENT", mistake);
    const to = await pickTargets(await withToken("/sim/liff/targets"), isMultiple);
    if (!to) return undefined;
    await withToken("/sim/liff/shares", { body: { to, messages } }).catch(forbidden);
    return { status: "success" };
  }

  function mistakeIn(messages) {
    if (!Array.isArray(messages) || !messages.length) return "Parameter 'messages' must be an array of message objects";
    return messages.length > 5 ? "Number of messages should be in range 1 to 5." : null;
  }

  function forbidden(failure) {
    throw failure.code === "403" ? new LiffError("FORBIDDEN", failure.message) : failure;
  }

  // A dialog in a shadow of its own, so that the page's styles and ours leave each other alone.
  function pickTargets({ groups, friends }, isMultiple) {
    const words = liff.getAppLanguage().startsWith("th")
      ? { title: "ส่งต่อถึง", send: "ส่ง", cancel: "ยกเลิก" } : { title: "Share with", send: "Send", cancel: "Cancel" };
    const host = document.body.appendChild(document.createElement("div"));
    const shadow = host.attachShadow({ mode: "open" });
    const style = new CSSStyleSheet();
    style.replaceSync(PICKER_STYLE);
    shadow.adoptedStyleSheets = [style];
    const dialog = shadow.appendChild(document.createElement("dialog"));
    const form = dialog.appendChild(document.createElement("form"));
    form.method = "dialog";
    form.appendChild(document.createElement("h2")).textContent = words.title;
    // Without isMultiple LINE offers friends only, and one of them.
    for (const target of isMultiple ? [...groups, ...friends] : friends) {
      const label = form.appendChild(document.createElement("label"));
      const box = label.appendChild(document.createElement("input"));
      Object.assign(box, { type: isMultiple ? "checkbox" : "radio", name: "target", value: target.id });
      label.append(target.name);
    }
    for (const value of ["send", "cancel"]) {
      const button = form.appendChild(document.createElement("button"));
      Object.assign(button, { value, textContent: words[value] });
    }
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => {
        const chosen = new FormData(form).getAll("target");
        host.remove();
        resolve(dialog.returnValue === "send" && chosen.length ? chosen : null);
      });
      dialog.showModal();
    });
  }

  const PICKER_STYLE = `
    dialog { width: min(400px, calc(100vw - 32px)); max-height: 80vh; padding: 20px; border: 1px solid #C3CDC9; border-radius: 10px; color: #16211E; background: #FFFFFF; font: 16px/1.6 system-ui, sans-serif; }
    dialog::backdrop { background: rgb(0 0 0 / .4); }
    h2 { margin: 0 0 12px; font-size: 18px; }
    label { display: flex; align-items: center; gap: 12px; min-height: 48px; border-bottom: 1px solid #C3CDC9; }
    input { width: 20px; height: 20px; margin: 0; accent-color: #0B6B5E; }
    button { width: 100%; min-height: 48px; margin-top: 12px; border: 1px solid #0B6B5E; border-radius: 6px; background: #FFFFFF; color: #0B6B5E; font: inherit; cursor: pointer; }
    button[value=send] { background: #0B6B5E; color: #FFFFFF; font-weight: 700; }
    :focus-visible { outline: 3px solid #0B5CD6; outline-offset: 2px; }
  `;

  // ---- windows and links

  function closeWindow() {
    if (inWindow) navigator.sendBeacon(`${PLATFORM}/sim/liff/windows/${inWindow.id}/close`);
    window.close();
  }

  function openWindow({ url, external = false } = {}) {
    if (!url) throw new LiffError("INVALID_ARGUMENT", "Invalid parameters for liff.openWindow()");
    if (external || !inWindow) window.open(url, "_blank", "noopener");
    else location.assign(url);
  }

  // The LIFF link to a page of the app; it must lie at or below the endpoint.
  function createUrl(address) {
    const [page, endpoint] = [new URL(address, location.href), new URL(app.endpoint)];
    const below = endpoint.pathname.replace(/\/$/, "");
    if (page.origin !== endpoint.origin || !`${page.pathname}/`.startsWith(`${below}/`)) {
      throw new LiffError("INVALID_CONFIG", "The URL does not start with the endpoint URL of the LIFF app");
    }
    for (const name of endpoint.searchParams.keys()) page.searchParams.delete(name);
    return `${PLATFORM}/liff/${liff.id}${page.pathname.slice(below.length)}${page.search}${page.hash}`;
  }

  const liff = {
    id: null,
    ready,
    init,
    login,
    logout,
    sendMessages,
    shareTargetPicker,
    closeWindow,
    openWindow,
    getContext,
    getDecodedIDToken,
    isApiAvailable,
    isInClient: () => inWindow !== null,
    isLoggedIn: () => session !== null,
    getAccessToken: () => session?.accessToken ?? null,
    getIDToken: () => session?.idToken ?? null,
    getProfile: () => withToken("/v2/profile").catch(forbidden),
    getFriendship: () => withToken("/friendship/v1/status").catch(forbidden),
    getOS: () => inWindow?.os ?? "web",
    getLanguage: () => navigator.language,
    getAppLanguage: () => (inWindow ? "th" : navigator.language),
    getVersion: () => VERSION,
    getLineVersion: () => inWindow?.lineVersion ?? null,
    permanentLink: {
      createUrl: () => createUrl(location.href),
      createUrlBy: async (address) => createUrl(address),
    },
  };
  window.liff = liff;
})();
