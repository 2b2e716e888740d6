// Make elements without ever parsing text as HTML: what bots and people write stays text.

export function element(tag, { class: name, text, on = {}, style = {}, ...attributes } = {}, ...children) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value);
  }
  for (const [event, handler] of Object.entries(on)) made.addEventListener(event, handler);
  for (const [property, value] of Object.entries(style)) {
    if (value !== undefined && value !== null) made.style.setProperty(property, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export function button(label, onClick, { class: name, ...more } = {}) {
  return element("button", { type: "button", class: name, text: label, on: { click: onClick }, ...more });
}

export function iconButton(name, label, onClick, { class: look, ...more } = {}) {
  const on = { click: onClick };
  return element("button", { type: "button", class: look, "aria-label": label, title: label, on, ...more }, icon(name));
}

// A picture from elsewhere, or its words on a plain ground when it cannot be had.
export function picture(address, words, { class: name, style } = {}) {
  const made = element("img", { class: name, src: address, alt: words, referrerpolicy: "no-referrer", style });
  made.addEventListener("error", () => made.classList.add("missing"));
  return made;
}

const ICONS = {
  attach: "M8 12.5l6.5-6.5a3.5 3.5 0 0 1 5 5l-8.5 8.5a5.5 5.5 0 0 1-8-8L11 3.5",
  send: "M4 12l16-8-5 16-3.5-6.5z M11.5 13.5L20 4",
  phone: "M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z M11 18h2",
  pc: "M4 5h16v11H4z M9 20h6 M12 16v4",
  close: "M6 6l12 12 M18 6L6 18",
  file: "M7 3h7l4 4v14H7z M14 3v4h4",
  more: "M5 12h.01 M12 12h.01 M19 12h.01",
  play: "M8 5l11 7-11 7z",
  sound: "M4 10v4h4l5 4V6l-5 4z M17 9a4 4 0 0 1 0 6",
  pin: "M12 21s-7-6.5-7-11a7 7 0 0 1 14 0c0 4.5-7 11-7 11z M12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M9 10h.01 M15 10h.01 M8.5 14.5a4.5 4.5 0 0 0 7 0",
  ticket: "M4 7h16v3a2 2 0 0 0 0 4v3H4v-3a2 2 0 0 0 0-4z M14 7v10",
  back: "M15 5l-7 7 7 7",
  on: "M9 5l7 7-7 7",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  svg.dataset.icon = name;
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

// Text with its web addresses made clickable.
export function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, place) =>
    place % 2 ? element("a", { href: part, target: "_blank", rel: "noopener noreferrer", text: part }) : part,
  );
}

export function bytes(size) {
  if (size < 1024) return `${size} B`;
  return size < 1024 * 1024 ? `${Math.round(size / 1024)} kB` : `${(size / 1024 / 1024).toFixed(1)} MB`;
}
