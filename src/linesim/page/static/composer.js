// Where a person types, attaches, quotes and edits.

import { element, icon, iconButton } from "./elements.js";
import * as platform from "./platform.js";
import { words } from "./words.js";

const TALLEST = 120;

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.quote = null;
    this.edit = null;
    this.context = element("div", { class: "context", hidden: true });
    this.input = element("textarea", {
      rows: "1", "aria-label": words.write, placeholder: words.write,
      on: { keydown: (event) => this.sendOnEnter(event), input: () => this.fit() },
    });
    this.files = element("input", { type: "file", multiple: true, hidden: true, on: { change: () => this.sendChosen() } });
    const submit = (event) => { event.preventDefault(); this.send(); };
    this.form = element(
      "form", { class: "composer", on: { submit } }, this.files,
      iconButton("attach", words.attach, () => this.files.click(), { class: "attach" }),
      this.input,
      element("button", { class: "send", "aria-label": words.send, title: words.send }, icon("send")),
    );
  }

  startQuote(content) {
    this.forget();
    this.quote = content;
    this.showContext(words.quoting, content);
  }

  startEdit(content) {
    this.forget();
    this.edit = content;
    this.fill(content.text);
    this.showContext(words.editing, content);
  }

  fill(text) {
    this.input.value = text;
    this.fit();
    this.input.focus();
  }

  choosePhotos() {
    this.files.click();
  }

  forget() {
    if (this.edit) this.input.value = "";
    this.quote = this.edit = null;
    this.context.hidden = true;
  }

  async sendFiles(files) {
    await this.phone.attempt(platform.sendFiles(this.phone.person.id, this.phone.where(), files));
    this.phone.log.scrollToEnd();
  }

  async sendChosen() {
    const files = [...this.files.files];
    this.files.value = "";
    await this.sendFiles(files);
  }

  async send() {
    const text = this.input.value.trim();
    if (!text) return;
    const { edit, quote } = this;
    this.forget();
    this.input.value = "";
    this.fit();
    const done = edit
      ? platform.act(this.phone.person.id, "edit", { messageId: edit.id, text })
      : platform.act(this.phone.person.id, "messages", { chat: this.phone.where(), text, quote: quote?.id });
    if (!(await this.phone.attempt(done))) this.fill(text);
    this.phone.log.scrollToEnd();
  }

  sendOnEnter(event) {
    if (event.key === "Escape") this.forget();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  showContext(what, content) {
    const said = element("span", {}, element("b", { text: `${what} ${content.sender.name}` }), element("span", { text: content.text ?? words.photo }));
    this.context.replaceChildren(said, iconButton("close", words.cancel, () => this.forget()));
    this.context.hidden = false;
    this.input.focus();
  }

  fit() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight + 2, TALLEST)}px`;
  }
}
