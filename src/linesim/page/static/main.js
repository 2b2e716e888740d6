// Put the phones on the stage and keep everything live.

import { element } from "./elements.js";
import { Mailbox } from "./mailbox.js";
import { Phone } from "./phone.js";
import * as platform from "./platform.js";
import { Stage } from "./stage.js";
import { Traffic } from "./traffic.js";
import { language, liveIn, switchLanguage, words } from "./words.js";

const at = (selector) => document.querySelector(selector);
const stage = new Stage(at(".phones"), at(".people"));
const drawers = { mails: new Mailbox(), traffic: new Traffic({ say }) };
const news = { mails: [], seenMails: 0, cursor: 0, counted: 0, world: null };
let open = null;

function say(text) {
  const notice = at(".notice");
  notice.textContent = text;
  notice.hidden = false;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { notice.hidden = true; }, 5000);
}

async function loadWorld() {
  const world = (news.world = await platform.world());
  liveIn(world.channel.timezone);
  for (const person of world.persons) {
    if (!stage.phones.has(person.id)) stage.add(new Phone(person, { say }));
    stage.phones.get(person.id).update(person, world);
  }
  stage.arrange();
  at(".account").textContent = `${world.channel.name} · ${words.used(world.channel.used, world.channel.limit)}`;
}

// Many changes may come at once: what is being loaded is loaded once more, not once for each.
const loading = new Map();

async function once(what, load) {
  if (loading.has(what)) { loading.set(what, true); return; }
  loading.set(what, false);
  try {
    await load();
  } catch {
    say(words.offline);
  }
  const again = loading.get(what);
  loading.delete(what);
  if (again) await once(what, load);
}

const loadChat = (chat) => once(chat, async () => {
  const said = await platform.chat(chat);
  for (const phone of stage.phones.values()) if (phone.isIn(chat)) phone.receive(chat, said);
  stage.drawBar();
});

const loadTraffic = () => once("traffic", async () => {
  const fresh = await platform.traffic(news.cursor);
  drawers.traffic.take(fresh.entries);
  Object.assign(news, { cursor: fresh.cursor, counted: fresh.counted });
  drawTools();
});

const loadMails = () => once("mails", async () => {
  news.mails = (await platform.mails()).mails;
  drawTools();
});

function drawTools() {
  if (open === "mails") { news.seenMails = news.mails.length; drawers.mails.draw(news.mails); }
  if (open === "traffic") drawers.traffic.draw();
  label("mails", news.mails.length);
  label("traffic", news.counted ? words.counted(news.counted) : words.free);
  at("[data-drawer=mails]").classList.toggle("unread", news.mails.length > news.seenMails);
}

function label(name, badge) {
  const tool = at(`[data-drawer=${name}]`);
  tool.replaceChildren(words[name], element("span", { class: "badge", text: badge }));
  tool.setAttribute("aria-expanded", String(open === name));
}

function toggle(name) {
  const before = open;
  open = open === name ? null : name;
  at(".drawer").hidden = !open;
  at(".drawer").setAttribute("aria-label", words[open] ?? "");
  if (open) at(".drawer").replaceChildren(drawerHead(open), drawers[open].element);
  drawTools();
  if (open) at(".drawer button").focus();
  else at(`[data-drawer=${before}]`).focus();
}

function drawerHead(name) {
  const close = element("button", { type: "button", class: "tool", text: words.close, on: { click: () => toggle(name) } });
  return element("header", {}, element("h2", { text: words[name] }), close);
}

const HEAR = {
  world: () => once("world", loadWorld),
  traffic: loadTraffic,
  mail: loadMails,
  chat: ({ chat }) => { loadChat(chat); once("world", loadWorld); },
  typing: ({ chat, seconds }) => {
    for (const phone of stage.phones.values()) if (phone.chat === chat) phone.showTyping(seconds);
  },
};

async function loadEverything() {
  await once("world", loadWorld);
  const chats = new Set([...stage.phones.values()].flatMap((phone) => phone.chats.map((chat) => chat.id)));
  await Promise.all([...chats].map(loadChat));
  await Promise.all([loadTraffic(), loadMails()]);
}

function prepareBar() {
  document.documentElement.lang = language;
  const tool = at(".language");
  tool.textContent = words.language;
  tool.setAttribute("aria-label", words.inLanguage);
  tool.lang = language === "th" ? "en" : "th";
  tool.addEventListener("click", switchLanguage);
  for (const one of document.querySelectorAll("[data-drawer]")) one.addEventListener("click", () => toggle(one.dataset.drawer));
  at(".drawer").addEventListener("keydown", (event) => { if (event.key === "Escape" && open) toggle(open); });
}

prepareBar();
platform.listen({
  onOpen: loadEverything,
  onChange: (change) => HEAR[change.kind]?.(change),
  onLost: () => say(words.offline),
});
