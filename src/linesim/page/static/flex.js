// Draw Flex messages as LINE lays them out. `tap(path)` presses the button at a path.

import { element } from "./elements.js";

const GAPS = { none: "0", xs: "2px", sm: "4px", md: "8px", lg: "12px", xl: "16px", xxl: "20px" };
const TEXT = {
  xxs: "11px", xs: "13px", sm: "14px", md: "16px", lg: "19px", xl: "22px", xxl: "29px",
  "3xl": "35px", "4xl": "48px", "5xl": "74px",
};
const IMAGE = {
  xxs: "40px", xs: "60px", sm: "80px", md: "100px", lg: "120px", xl: "140px", xxl: "160px",
  "3xl": "180px", "4xl": "200px", "5xl": "220px", full: "100%",
};
const BORDERS = { none: "0", light: "0.5px", normal: "1px", medium: "2px", "semi-bold": "3px", bold: "4px" };
const SIDES = { start: "flex-start", center: "center", end: "flex-end", top: "flex-start", bottom: "flex-end" };

const size = (value, table = GAPS) => (value === undefined ? undefined : table[value] ?? value);

export function flex(container, tap) {
  if (container.type === "bubble") return bubble(container, "/contents", tap);
  const bubbles = container.contents.map((one, place) => bubble(one, `/contents/contents/${place}`, tap));
  return element("div", { class: "carousel", tabindex: "0" }, ...bubbles);
}

function bubble(content, path, tap) {
  const made = element("article", { class: `bubble-card ${content.size ?? "mega"}`, dir: content.direction ?? "ltr" });
  for (const name of ["header", "hero", "body", "footer"]) {
    if (!content[name]) continue;
    const look = content.styles?.[name] ?? {};
    const block = element(
      "div",
      { class: `block ${name}`, style: { "background-color": look.backgroundColor } },
      component(content[name], `${path}/${name}`, { layout: "vertical" }, tap),
    );
    if (look.separator) block.style.borderTop = `1px solid ${look.separatorColor ?? "#d4d6da"}`;
    made.append(block);
  }
  return tappable(made, content.action, `${path}/action`, tap);
}

function component(content, path, parent, tap) {
  const made = KINDS[content.type](content, path, tap, parent);
  place(made, content, parent);
  return made;
}

const KINDS = { box, text, button, image, separator, filler, icon: smallIcon, video, span: () => element("span") };

function box(content, path, tap) {
  const layout = content.layout;
  const made = element("div", {
    class: `box ${layout}`,
    style: {
      "background-color": content.backgroundColor,
      background: gradient(content.background),
      width: content.width, "max-width": content.maxWidth, height: content.height, "max-height": content.maxHeight,
      "border-radius": size(content.cornerRadius),
      "border-width": size(content.borderWidth, BORDERS), "border-color": content.borderColor,
      "justify-content": content.justifyContent, "align-items": content.alignItems,
      padding: size(content.paddingAll),
      "padding-top": size(content.paddingTop), "padding-bottom": size(content.paddingBottom),
      "padding-left": size(content.paddingStart), "padding-right": size(content.paddingEnd),
    },
  });
  content.contents.forEach((child, index) => {
    const drawn = component(child, `${path}/contents/${index}`, content, tap);
    const gap = size(child.margin) ?? (index ? size(content.spacing) : undefined);
    if (gap && child.position !== "absolute") drawn.style[layout === "vertical" ? "marginTop" : "marginLeft"] = gap;
    made.append(drawn);
  });
  return tappable(made, content.action, `${path}/action`, tap);
}

function text(content, path, tap) {
  const made = element("p", { class: content.wrap ? "text wrap" : "text", style: lettering(content, "md") });
  if (content.contents?.length) {
    made.append(...content.contents.map((span) => element("span", { text: span.text ?? "", style: lettering(span) })));
  } else {
    made.textContent = content.text ?? "";
  }
  if (content.align) made.style.textAlign = content.align;
  if (content.lineSpacing) made.style.lineHeight = `calc(1.35em + ${content.lineSpacing})`;
  if (content.maxLines) {
    made.classList.add("clamped");
    made.style.setProperty("-webkit-line-clamp", content.maxLines);
  }
  return tappable(made, content.action, `${path}/action`, tap);
}

function lettering(content, usual) {
  return {
    "font-size": size(content.size ?? usual, TEXT),
    color: content.color,
    "font-weight": content.weight === "bold" ? "700" : undefined,
    "font-style": content.style === "italic" ? "italic" : undefined,
    "text-decoration": content.decoration === "none" ? undefined : content.decoration,
  };
}

function button(content, path, tap) {
  const style = content.style ?? "link";
  const made = element("button", {
    type: "button",
    class: `flex-button ${style} ${content.height ?? "md"}`,
    text: content.action.label ?? "",
    style: { [style === "link" ? "color" : "background-color"]: content.color },
    on: { click: (event) => { event.stopPropagation(); tap(`${path}/action`, content.action); } },
  });
  return made;
}

function image(content, path, tap) {
  const picture = element("img", {
    src: content.url, alt: "", loading: "lazy", referrerpolicy: "no-referrer",
    style: {
      "aspect-ratio": (content.aspectRatio ?? "1:1").replace(":", " / "),
      "object-fit": content.aspectMode === "cover" ? "cover" : "contain",
      "background-color": content.backgroundColor,
      width: size(content.size ?? "md", IMAGE),
    },
  });
  const frame = element("div", { class: "image", style: { "justify-content": SIDES[content.align ?? "center"] } }, picture);
  return tappable(frame, content.action, `${path}/action`, tap);
}

function separator(content, path, tap, parent) {
  return element("hr", {
    class: parent.layout === "vertical" ? "line" : "line upright",
    style: { "background-color": content.color },
  });
}

function filler() {
  return element("div", { class: "filler" });
}

function smallIcon(content) {
  return element("img", {
    class: "small-icon", src: content.url, alt: "", referrerpolicy: "no-referrer",
    style: { height: size(content.size ?? "md", TEXT), "aspect-ratio": (content.aspectRatio ?? "1:1").replace(":", " / ") },
  });
}

function video(content, path, tap) {
  return component(content.altContent, `${path}/altContent`, { layout: "vertical" }, tap);
}

// Share out the room: in rows everything takes a share of one, in columns only what asks for it.
function place(made, content, parent) {
  const inRow = parent.layout !== "vertical";
  const usual = inRow && !["icon", "separator"].includes(content.type) && !content.width ? 1 : 0;
  const share = content.flex ?? usual;
  made.style.flex = share ? `${share} 1 0` : "0 0 auto";
  if (content.gravity && inRow) made.style.alignSelf = SIDES[content.gravity];
  if (content.gravity && !inRow) made.style.marginBlock = content.gravity === "center" ? "auto" : undefined;
  if (!content.position && !content.offsetTop && !content.offsetStart) return;
  made.style.position = content.position ?? "relative";
  made.style.top = size(content.offsetTop) ?? "";
  made.style.bottom = size(content.offsetBottom) ?? "";
  made.style.left = size(content.offsetStart) ?? "";
  made.style.right = size(content.offsetEnd) ?? "";
}

function gradient(background) {
  if (!background) return undefined;
  const middle = background.centerColor ? `${background.centerColor} ${background.centerPosition ?? "50%"}, ` : "";
  return `linear-gradient(${background.angle}, ${background.startColor}, ${middle}${background.endColor})`;
}

function tappable(made, action, path, tap) {
  if (!action) return made;
  made.classList.add("tappable");
  made.setAttribute("role", "button");
  made.tabIndex = 0;
  if (action.label) made.setAttribute("aria-label", action.label);
  const press = (event) => { event.stopPropagation(); tap(path, action); };
  made.addEventListener("click", press);
  made.addEventListener("keydown", (event) => {
    if (event.target === made && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); press(event); }
  });
  return made;
}

// Templates are older than Flex and simpler: a picture, words, and a column of buttons.
export function template(content, tap) {
  if (content.type === "carousel") {
    return row(content.columns.map((column, place) => templateCard(column, `/template/columns/${place}`, tap)));
  }
  if (content.type === "image_carousel") {
    return row(content.columns.map((column, place) => imageCard(column, `/template/columns/${place}`, tap)));
  }
  return templateCard(content, "/template", tap);
}

const row = (cards) => element("div", { class: "carousel", tabindex: "0" }, ...cards);

function templateCard(content, path, tap) {
  const card = element("article", { class: "bubble-card kilo template" });
  if (content.thumbnailImageUrl) {
    card.append(element("img", { class: "thumbnail", src: content.thumbnailImageUrl, alt: "", referrerpolicy: "no-referrer" }));
  }
  const said = element("div", { class: "template-words" });
  if (content.title) said.append(element("h3", { text: content.title }));
  said.append(element("p", { text: content.text }));
  card.append(said);
  content.actions.forEach((action, place) => {
    card.append(element("button", {
      type: "button", class: "flex-button link sm", text: action.label,
      on: { click: () => tap(`${path}/actions/${place}`, action) },
    }));
  });
  return card;
}

function imageCard(column, path, tap) {
  const picture = element("img", { class: "thumbnail", src: column.imageUrl, alt: column.action.label ?? "", referrerpolicy: "no-referrer" });
  const card = element("article", { class: "bubble-card micro template" }, picture);
  return tappable(card, column.action, `${path}/action`, tap);
}
