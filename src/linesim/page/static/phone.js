// One person's phone or PC: chats, messages, and everything the person can do.

import { button, element, icon } from "./elements.js";
import { hue, initial, message } from "./message.js";
import * as platform from "./platform.js";
import { words } from "./words.js";

const LONG_PRESS_MS = 500;

export class Phone {
  constructor(person, { say }) {
    this.person = person;
    this.say = say;
    this.chat = null;
    this.chats = [];
    this.unread = new Set();
    this.drawn = new Map();
    this.quote = null;
    this.edit = null;
    this.build();
  }

  build() {
    this.name = element("h2");
    this.device = element("button", { type: "button", class: "device", on: { click: () => this.changeDevice() } });
    this.tabs = element("div", { class: "chats", role: "tablist" });
    this.log = element("ol", { class: "log", role: "log", "aria-live": "polite", tabindex: "0" });
    this.typing = element("p", { class: "typing", hidden: true }, element("i"), element("i"), element("i"));
    this.quick = element("div", { class: "quick", hidden: true });
    this.context = element("div", { class: "context", hidden: true });
    this.composer = this.buildComposer();
    this.element = element(
      "section", { class: "phone", "data-person": this.person.id },
      element("header", {}, element("span", { class: "avatar", "aria-hidden": "true", text: initial(this.person.name), style: { "--hue": hue(this.person.id) } }), this.name, this.device),
      this.tabs, this.log, this.typing, this.quick, this.context, this.composer,
      element("p", { class: "drop", text: words.drop }),
    );
    this.acceptDrops();
    this.acceptLongPresses();
    this.stayAtEnd();
  }

  buildComposer() {
    this.input = element("textarea", { rows: "1", "aria-label": words.write, placeholder: words.write, on: { keydown: (event) => this.sendOnEnter(event), input: () => this.fitInput() } });
    this.files = element("input", { type: "file", multiple: true, hidden: true, on: { change: () => this.sendFiles([...this.files.files]) } });
    const attach = element("button", { type: "button", class: "attach", "aria-label": words.attach, title: words.attach, on: { click: () => this.files.click() } }, icon("attach"));
    const send = element("button", { class: "send", "aria-label": words.send, title: words.send }, icon("send"));
    const submit = (event) => { event.preventDefault(); this.sendText(); };
    return element("form", { class: "composer", on: { submit } }, this.files, attach, this.input, send);
  }

  // The person and the chats they are in, as the world has them now.
  update(person, world) {
    this.person = person;
    this.name.textContent = person.name;
    this.element.classList.toggle("pc", person.device === "pc");
    this.device.replaceChildren(icon(person.device), words[person.device]);
    this.device.title = person.device === "pc" ? words.toPhone : words.toPc;
    const groups = world.groups.filter((group) => group.members.includes(person.id));
    this.chats = [{ id: person.id, name: world.channel.name, blocked: person.blocked }, ...groups];
    if (!this.chats.some((chat) => chat.id === this.chat)) this.chat = (groups[0] ?? this.chats[0]).id;
    this.drawTabs();
  }

  drawTabs() {
    this.tabs.replaceChildren(...this.chats.map((chat) => element("button", {
      type: "button", role: "tab", text: chat.name,
      title: chat.blocked ? words.blocked : undefined,
      "aria-selected": String(chat.id === this.chat),
      class: [chat.blocked ? "blocked" : "", this.unread.has(chat.id) ? "unread" : ""].join(" ").trim() || undefined,
      on: { click: () => this.open(chat.id) },
    })));
  }

  open(chat) {
    this.chat = chat;
    this.atEnd = true;
    this.unread.delete(chat);
    this.drawn.clear();
    this.log.replaceChildren();
    this.forget();
    this.drawTabs();
    this.element.dispatchEvent(new CustomEvent("open-chat", { bubbles: true, detail: chat }));
  }

  shows(chat) {
    return this.chat === chat;
  }

  markUnread(chat) {
    if (!this.chats.some((one) => one.id === chat)) return;
    this.unread.add(chat);
    this.drawTabs();
  }

  // Draw what has changed and leave the rest alone, so that focus and scrolling stay.
  draw(messages) {
    const fresh = new Map();
    let before = null;
    for (const content of messages) {
      const state = JSON.stringify(content);
      const known = this.drawn.get(content.id);
      const made = known?.state === state ? known.made : message(content, this.view());
      if (known && known.made !== made) known.made.replaceWith(made);
      else if (!known) before ? before.after(made) : this.log.prepend(made);
      fresh.set(content.id, { state, made });
      before = made;
    }
    this.drawn = fresh;
    this.log.dataset.empty = messages.length ? "" : words.empty;
    this.typing.hidden = true;
    this.drawQuickReplies(messages.at(-1));
    if (this.atEnd) this.scrollToEnd();
  }

  // Who reads the newest message goes on doing so when something comes or the window changes.
  stayAtEnd() {
    this.atEnd = true;
    this.log.addEventListener("scroll", () => {
      this.atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80;
    });
    new ResizeObserver(() => { if (this.atEnd) this.scrollToEnd(); }).observe(this.log);
  }

  scrollToEnd() {
    const down = () => { this.log.scrollTop = this.log.scrollHeight; };
    down();
    // Pictures take their room only once they are there.
    for (const image of this.log.querySelectorAll("img")) if (!image.complete) image.addEventListener("load", down, { once: true });
  }

  view() {
    return {
      me: this.person.id,
      tap: (id, path, action) => this.tap(id, path, action),
      menu: (content, opener) => this.openMenu(content, opener),
      find: (id) => this.drawn.get(id)?.made.scrollIntoView({ block: "center" }),
    };
  }

  // Quick replies exist on phones only, and only under the newest message.
  drawQuickReplies(last) {
    const items = this.person.device === "phone" ? last?.quickReply?.items ?? [] : [];
    this.quick.hidden = !items.length;
    this.quick.replaceChildren(...items.map(({ action }, place) =>
      button(action.label, () => this.tap(last.id, `/quickReply/items/${place}/action`, action))));
  }

  showTyping(seconds) {
    this.typing.hidden = false;
    this.scrollToEnd();
    setTimeout(() => { this.typing.hidden = true; }, seconds * 1000);
  }

  async tap(messageId, path, action) {
    const order = { messageId, action: path };
    if (action.type === "datetimepicker") {
      order.value = prompt(words.chooseDate, action.initial ?? "");
      if (!order.value) return;
    }
    const outcome = await this.attempt(platform.act(this.person.id, "tap", order));
    if (outcome) this.afterTap(outcome);
  }

  afterTap({ uri, copied, opens, fillInText }) {
    if (uri && /^https?:/i.test(uri)) window.open(uri, "_blank", "noopener");
    else if (uri) this.say(uri);
    if (copied) navigator.clipboard?.writeText(copied).then(() => this.say(words.copied));
    if (opens === "camera" || opens === "cameraRoll") this.files.click();
    else if (opens) this.say(words.opens(opens));
    if (fillInText) { this.input.value = fillInText; this.input.focus(); }
  }

  sendOnEnter(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.sendText();
  }

  async sendText() {
    const text = this.input.value.trim();
    if (!text) return;
    const { edit, quote } = this;
    this.input.value = "";
    this.fitInput();
    this.forget();
    const done = edit
      ? platform.act(this.person.id, "edit", { messageId: edit.id, text })
      : platform.act(this.person.id, "messages", { chat: this.where(), text, quote: quote?.id });
    if (!(await this.attempt(done))) this.input.value = text;
    this.scrollToEnd();
  }

  async sendFiles(files) {
    for (const file of files) await this.attempt(platform.sendFile(this.person.id, this.where(), file));
    this.files.value = "";
    this.scrollToEnd();
  }

  where() {
    return this.chat === this.person.id ? "bot" : this.chat;
  }

  async attempt(promise) {
    try {
      return await promise;
    } catch (mishap) {
      this.say(`${words.failed}: ${mishap.message}`);
      return null;
    }
  }

  async changeDevice() {
    const device = this.person.device === "pc" ? "phone" : "pc";
    await this.attempt(platform.act(this.person.id, "device", { device }));
  }

  fitInput() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 120)}px`;
  }

  openMenu(content, opener) {
    document.querySelector(".menu")?.remove();
    const menu = element("div", { class: "menu", role: "menu" });
    const add = (label, act) => menu.append(button(label, () => { menu.remove(); act(); }, { role: "menuitem" }));
    const mine = content.sender.id === this.person.id;
    if (content.type !== "file") add(words.quote, () => this.startQuote(content));
    if (mine && content.type === "text" && this.chat !== this.person.id) add(words.edit, () => this.startEdit(content));
    if (mine) add(words.unsend, () => this.attempt(platform.act(this.person.id, "unsend", { messageId: content.id })));
    if (!menu.children.length) return;
    this.placeMenu(menu, opener);
  }

  placeMenu(menu, opener) {
    document.body.append(menu);
    const at = opener.getBoundingClientRect();
    menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - menu.offsetWidth - 8))}px`;
    menu.style.top = `${Math.max(8, Math.min(at.bottom, innerHeight - menu.offsetHeight - 8))}px`;
    menu.firstChild.focus();
    const close = (event) => {
      if (event.type === "keydown" ? event.key !== "Escape" : menu.contains(event.target)) return;
      menu.remove();
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
      if (event.type === "keydown") opener.focus();
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
  }

  startQuote(content) {
    this.forget();
    this.quote = content;
    this.showContext(words.quoting, content);
  }

  startEdit(content) {
    this.forget();
    this.edit = content;
    this.input.value = content.text;
    this.showContext(words.editing, content);
  }

  showContext(what, content) {
    const cancel = element("button", { type: "button", "aria-label": words.cancel, on: { click: () => this.forget() } }, icon("close"));
    const said = element("span", {}, element("b", { text: `${what} ${content.sender.name}` }), element("span", { text: content.text ?? words.photo }));
    this.context.replaceChildren(said, cancel);
    this.context.hidden = false;
    this.input.focus();
  }

  forget() {
    this.quote = this.edit = null;
    this.context.hidden = true;
  }

  acceptDrops() {
    const mark = (on) => this.element.classList.toggle("dropping", on);
    this.element.addEventListener("dragover", (event) => { event.preventDefault(); mark(true); });
    this.element.addEventListener("dragleave", (event) => { if (!this.element.contains(event.relatedTarget)) mark(false); });
    this.element.addEventListener("drop", (event) => {
      event.preventDefault();
      mark(false);
      this.sendFiles([...event.dataTransfer.files]);
    });
  }

  acceptLongPresses() {
    let waiting;
    const opener = (event) => event.target.closest(".said")?.querySelector(".more");
    this.log.addEventListener("contextmenu", (event) => {
      const more = opener(event);
      if (more) { event.preventDefault(); more.click(); }
    });
    this.log.addEventListener("touchstart", (event) => { waiting = setTimeout(() => opener(event)?.click(), LONG_PRESS_MS); }, { passive: true });
    for (const end of ["touchend", "touchmove", "touchcancel"]) this.log.addEventListener(end, () => clearTimeout(waiting), { passive: true });
  }
}
