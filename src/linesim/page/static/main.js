// Put the phones on the stage and keep everything live.

import { mailbox, traffic } from "./drawers.js";
import { element } from "./elements.js";
import { Phone } from "./phone.js";
import * as platform from "./platform.js";
import { language, switchLanguage, words } from "./words.js";

const at = (selector) => document.querySelector(selector);
const phones = new Map();
const recorded = { entries: new Map(), cursor: 0, counted: 0 };
let mails = [];
let seenMails = 0;
let world = null;
let open = null;

function say(text) {
  const notice = at(".notice");
  notice.textContent = text;
  notice.hidden = false;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { notice.hidden = true; }, 5000);
}

async function loadWorld() {
  world = await platform.world();
  for (const person of world.persons) {
    if (!phones.has(person.id)) add(person);
    phones.get(person.id).update(person, world);
  }
  drawAccount();
  drawPeople();
}

function add(person) {
  const phone = new Phone(person, { say });
  phones.set(person.id, phone);
  at(".phones").append(phone.element);
  if (phones.size === 1) choose(person.id);
}

function drawAccount() {
  const { channel } = world;
  at(".account").textContent = `${channel.name} · ${words.used(recorded.used ?? channel.used, channel.limit)}`;
}

// On a narrow screen one phone is shown at a time; these are its tabs.
function drawPeople() {
  at(".people").replaceChildren(...world.persons.map((person) => element("button", {
    type: "button", role: "tab", text: person.name, "data-person": person.id,
    "aria-selected": String(phones.get(person.id).element.classList.contains("chosen")),
    class: phones.get(person.id).unread.size ? "unread" : undefined,
    on: { click: () => { choose(person.id); drawPeople(); } },
  })));
}

function choose(id) {
  for (const [person, phone] of phones) phone.element.classList.toggle("chosen", person === id);
  phones.get(id).scrollToEnd();
}

const loading = new Map();

// Many changes may come at once; a chat is fetched once for all of them.
function loadChat(chat) {
  const now = loading.get(chat);
  if (now) { now.again = true; return; }
  const mine = { again: false };
  loading.set(chat, mine);
  platform.messages(chat).then((messages) => {
    for (const phone of phones.values()) if (phone.shows(chat)) phone.draw(messages);
  }).catch(() => say(words.offline)).finally(() => {
    loading.delete(chat);
    if (mine.again) loadChat(chat);
  });
}

async function loadTraffic() {
  const news = await platform.traffic(recorded.cursor);
  for (const entry of news.entries) recorded.entries.set(entry.n, entry);
  Object.assign(recorded, { cursor: news.cursor, counted: news.counted });
  drawTools();
  if (open === "traffic") drawDrawer();
}

async function loadMails() {
  mails = (await platform.mails()).mails;
  drawTools();
  if (open === "mails") drawDrawer();
}

function drawTools() {
  const [mail, wire] = ["mails", "traffic"].map((name) => at(`[data-drawer=${name}]`));
  if (open === "mails") seenMails = mails.length;
  label(mail, words.mails, mails.length);
  mail.classList.toggle("unread", mails.length > seenMails);
  label(wire, words.traffic, recorded.counted ? words.counted(recorded.counted) : words.free);
}

function label(tool, name, badge) {
  tool.replaceChildren(name, element("span", { class: "badge", text: badge }));
  tool.setAttribute("aria-expanded", String(tool.dataset.drawer === open));
}

function toggle(name) {
  open = open === name ? null : name;
  at(".drawer").hidden = !open;
  drawTools();
  if (open) drawDrawer();
}

function drawDrawer() {
  const drawer = at(".drawer");
  const unfolded = new Set([...drawer.querySelectorAll("details[open]")].map(keyOf));
  const entries = open === "mails" ? mailbox(mails) : traffic([...recorded.entries.values()].slice(-200));
  for (const entry of entries) if (entry.tagName === "DETAILS" && unfolded.has(keyOf(entry))) entry.open = true;
  const close = element("button", { type: "button", class: "tool", text: words.close, on: { click: () => toggle(open) } });
  drawer.replaceChildren(element("header", {}, element("h2", { text: words[open] }), close), ...entries);
}

const keyOf = (details) => details.dataset.mail ?? `t${details.dataset.n}`;

function hear(change) {
  if (change.kind === "world") loadWorld();
  if (change.kind === "traffic") later("traffic", loadTraffic);
  if (change.kind === "mail") loadMails();
  if (change.kind === "typing") for (const phone of phones.values()) if (phone.shows(change.chat)) phone.showTyping(change.seconds);
  if (change.kind !== "chat") return;
  loadChat(change.chat);
  for (const phone of phones.values()) if (!phone.shows(change.chat)) phone.markUnread(change.chat);
  later("people", async () => { await loadWorld(); });
}

const waiting = new Set();

function later(what, act) {
  if (waiting.has(what)) return;
  waiting.add(what);
  setTimeout(() => { waiting.delete(what); act().catch(() => say(words.offline)); }, 150);
}

async function loadEverything() {
  await loadWorld();
  for (const chat of new Set([...phones.values()].map((phone) => phone.chat))) loadChat(chat);
  await Promise.all([loadTraffic(), loadMails()]);
}

document.documentElement.lang = language;
at(".language").textContent = words.language;
at(".language").setAttribute("aria-label", words.inLanguage);
at(".language").lang = language === "th" ? "en" : "th";
at(".language").addEventListener("click", switchLanguage);
at(".people").setAttribute("aria-label", words.people);
for (const tool of document.querySelectorAll("[data-drawer]")) tool.addEventListener("click", () => toggle(tool.dataset.drawer));
document.addEventListener("open-chat", (event) => loadChat(event.detail));
platform.listen({ onOpen: loadEverything, onChange: hear, onLost: () => say(words.offline) });
