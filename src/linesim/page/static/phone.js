// One person's phone or PC: chats, messages, and everything the person can do.

import { Composer } from "./composer.js";
import { button, element, iconButton } from "./elements.js";
import { acceptDrops, acceptLongPresses, walkTabs } from "./gestures.js";
import { Log } from "./log.js";
import { catchLiffLinks } from "./liff.js";
import { openMenu } from "./menu.js";
import { avatar } from "./message.js";
import * as platform from "./platform.js";
import { followUp, pickMoment } from "./presses.js";
import { words } from "./words.js";

const LARGER = "1.25";

export class Phone {
  constructor(person, { say }) {
    this.person = person;
    this.say = say;
    this.chat = null;
    this.chats = [];
    this.said = new Map(); // chat -> what was said in it
    this.read = new Map(); // chat -> the last message that the person has seen
    this.composer = new Composer(this);
    this.build();
  }

  build() {
    this.title = element("div", { class: "who" });
    this.device = iconButton("phone", "", () => this.changeDevice(), { class: "device" });
    this.tabs = element("div", { class: "chats", role: "tablist", "aria-label": words.chats });
    this.log = new Log();
    this.typing = element("p", { class: "typing", hidden: true }, element("i"), element("i"), element("i"));
    this.quick = element("div", { class: "quick", hidden: true });
    this.relation = element("div", { class: "relation", hidden: true });
    const more = iconButton("more", words.person(this.person.name), (event) => this.openPersonMenu(event.currentTarget), { class: "more", "aria-haspopup": "menu" });
    this.element = element(
      "section", { class: "phone", "data-person": this.person.id, "aria-label": this.person.name },
      element("header", {}, avatar(this.person), this.title, this.device, more),
      this.tabs, this.relation, this.log.element, this.typing, this.quick, this.composer.context, this.composer.form,
      element("p", { class: "drop", "aria-hidden": "true", text: words.drop }),
    );
    acceptDrops(this.element, (files) => this.composer.sendFiles(files));
    acceptLongPresses(this.log.element, (at) => at.closest(".said")?.querySelector(".opener"));
    walkTabs(this.tabs);
    catchLiffLinks(this.log.element, () => ({ person: this.person, chat: this.where() }));
  }

  // The person and the chats they are in, as the world has them now.
  update(person, world) {
    this.person = person;
    this.title.replaceChildren(element("h2", { text: person.name }), element("small", { text: words[person.device] }));
    this.element.classList.toggle("pc", person.device === "pc");
    this.drawDevice();
    const groups = world.groups.filter((group) => group.members.includes(person.id));
    this.chats = [{ id: person.id, name: world.channel.name }, ...groups];
    if (!this.chats.some((chat) => chat.id === this.chat)) this.chat = (groups[0] ?? this.chats[0]).id;
    this.drawTabs();
    this.drawRelation();
    this.draw();
  }

  drawDevice() {
    const pc = this.person.device === "pc";
    const label = pc ? words.toPhone : words.toPc;
    const fresh = iconButton(pc ? "pc" : "phone", label, () => this.changeDevice(), { class: "device" });
    const focused = document.activeElement === this.device;
    this.device.replaceWith(fresh);
    this.device = fresh;
    if (focused) fresh.focus();
  }

  drawTabs() {
    const focused = this.tabs.contains(document.activeElement);
    this.tabs.replaceChildren(...this.chats.map((chat) => this.tab(chat)));
    if (focused) this.tabs.querySelector("[aria-selected=true]").focus();
  }

  tab(chat) {
    const chosen = chat.id === this.chat;
    const made = element("button", {
      type: "button", role: "tab", "aria-selected": String(chosen), tabindex: chosen ? "0" : "-1",
      on: { click: () => this.open(chat.id) },
    }, element("span", { text: chat.name }));
    const unread = this.unreadIn(chat.id);
    if (unread) made.append(element("b", { class: "count", text: unread, "aria-label": words.unread(unread) }));
    return made;
  }

  // In the chat with the account: whether the two are friends, and what can be done about it.
  drawRelation() {
    const { blocked, friend } = this.person;
    const ownChat = this.chat === this.person.id;
    this.relation.hidden = !ownChat || (friend && !blocked);
    this.composer.form.inert = ownChat && blocked;
    if (this.relation.hidden) return;
    const verb = blocked ? "unblock" : "follow";
    this.relation.replaceChildren(element("span", { text: blocked ? words.blocked : words.stranger }), button(words[verb], () => this.do(verb), { class: "tool" }));
  }

  open(chat) {
    this.chat = chat;
    this.composer.forget();
    this.log.clear();
    this.drawRelation();
    this.draw();
    this.drawTabs();
  }

  isIn(chat) {
    return this.chats.some((one) => one.id === chat);
  }

  // What was there before anybody looked counts as read.
  receive(chat, said) {
    this.said.set(chat, said);
    if (!this.read.has(chat)) this.read.set(chat, said.messages.at(-1)?.id);
    if (chat === this.chat) this.draw();
    this.drawTabs();
  }

  unreadIn(chat) {
    const messages = this.said.get(chat)?.messages ?? [];
    const seen = messages.findIndex((one) => one.id === this.read.get(chat)) + 1;
    return messages.slice(seen).filter((one) => one.sender.id !== this.person.id && !one.unsent).length;
  }

  get unread() {
    return this.chats.reduce((sum, chat) => sum + this.unreadIn(chat.id), 0);
  }

  // A phone that lies aside shows nothing to anybody.
  set onStage(on) {
    if (this.element.hidden === !on) return;
    this.element.hidden = !on;
    this.log.atEnd = true;
    if (on) { this.draw(); this.drawTabs(); }
  }

  draw() {
    const said = this.said.get(this.chat);
    if (!said || this.element.hidden) return;
    this.read.set(this.chat, said.messages.at(-1)?.id);
    this.log.draw(said, this.view());
    this.typing.hidden = true;
    this.drawQuickReplies(said.messages.at(-1));
  }

  view() {
    return {
      me: this.person.id,
      tap: (id, path, action) => this.tap(id, path, action),
      menu: (content, opener) => this.openMessageMenu(content, opener),
      find: (id) => this.log.find(id),
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
    setTimeout(() => { this.typing.hidden = true; }, seconds * 1000);
  }

  async tap(messageId, path, action) {
    const order = { messageId, action: path };
    if (action.type === "datetimepicker" && !(order.value = await pickMoment(action))) return;
    const outcome = await this.attempt(platform.act(this.person.id, "tap", order));
    if (outcome) await followUp(outcome, this);
  }

  where() {
    return this.chat === this.person.id ? "bot" : this.chat;
  }

  do(verb, order) {
    return this.attempt(platform.act(this.person.id, verb, order));
  }

  async attempt(promise) {
    try {
      return (await promise) ?? {};
    } catch (mishap) {
      this.say(`${words.failed}: ${mishap.message}`);
      return null;
    }
  }

  changeDevice() {
    return this.do("device", { device: this.person.device === "pc" ? "phone" : "pc" });
  }

  openPersonMenu(opener) {
    const { friend, blocked } = this.person;
    const large = this.element.style.getPropertyValue("--text-scale");
    openMenu(opener, [
      !friend && !blocked && [words.follow, () => this.do("follow")],
      [blocked ? words.unblock : words.block, () => this.do(blocked ? "unblock" : "block")],
      [large ? words.usual : words.larger, () => this.element.style.setProperty("--text-scale", large ? "" : LARGER)],
    ]);
  }

  openMessageMenu(content, opener) {
    const mine = content.sender.id === this.person.id;
    const editable = mine && content.type === "text" && this.chat !== this.person.id;
    openMenu(opener, [
      !["file", "audio", "location"].includes(content.type) && [words.quote, () => this.composer.startQuote(content)],
      editable && [words.edit, () => this.composer.startEdit(content)],
      mine && [words.unsend, () => this.do("unsend", { messageId: content.id })],
    ]);
  }
}
