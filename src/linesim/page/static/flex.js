// Draw Flex messages as LINE lays them out. `tap(path, action)` presses the button at a path.

import { element } from "./elements.js";
import { button, icon, image, separator, text, video } from "./flex_parts.js";
import { row } from "./row.js";
import { BORDERS, GAPS, SIDES, measure } from "./sizes.js";
import { tappable } from "./tappable.js";

export function flex(container, tap) {
  if (container.type === "bubble") return bubble(container, "/contents", tap);
  return row(container.contents.map((one, place) => bubble(one, `/contents/contents/${place}`, tap)));
}

function bubble(content, path, tap) {
  const made = element("article", { class: `bubble-card ${content.size ?? "mega"}`, dir: content.direction ?? "ltr" });
  for (const name of ["header", "hero", "body", "footer"]) {
    if (!content[name]) continue;
    const look = content.styles?.[name] ?? {};
    const color = { "background-color": look.backgroundColor };
    const block = element("div", { class: `block ${name}`, style: color }, component(content[name], `${path}/${name}`, tap));
    if (look.separator) block.style.borderTop = `1px solid ${look.separatorColor ?? "#d4d6da"}`;
    made.append(block);
  }
  return tappable(made, content.action, `${path}/action`, tap);
}

function component(content, path, tap, parent = { layout: "vertical" }) {
  const made = KINDS[content.type](content, path, tap, parent);
  place(made, content, parent);
  return made;
}

const KINDS = {
  box, text, button, image, separator, icon,
  filler: () => element("div", { class: "filler" }),
  video: (content, path, tap) => video(content, component(content.altContent, `${path}/altContent`, tap), path, tap),
};

function box(content, path, tap) {
  const made = element("div", {
    class: `box ${content.layout}`,
    style: {
      background: gradient(content.background) ?? content.backgroundColor,
      width: content.width, "max-width": content.maxWidth, height: content.height, "max-height": content.maxHeight,
      "border-radius": measure(content.cornerRadius),
      "border-width": measure(content.borderWidth, BORDERS), "border-color": content.borderColor,
      "justify-content": content.justifyContent, "align-items": content.alignItems,
      ...padding(content),
    },
  });
  content.contents.forEach((child, index) => {
    const drawn = component(child, `${path}/contents/${index}`, tap, content);
    setApart(drawn, child, content, index);
    made.append(drawn);
  });
  return tappable(made, content.action, `${path}/action`, tap);
}

function padding({ paddingAll, paddingTop, paddingBottom, paddingStart, paddingEnd }) {
  return {
    padding: measure(paddingAll),
    "padding-top": measure(paddingTop), "padding-bottom": measure(paddingBottom),
    "padding-inline-start": measure(paddingStart), "padding-inline-end": measure(paddingEnd),
  };
}

// A margin of its own counts more than the spacing of the box; a filler knows no spacing.
function setApart(drawn, child, parent, index) {
  if (child.position === "absolute") return;
  const usual = index && child.type !== "filler" ? measure(parent.spacing) : undefined;
  const gap = measure(child.margin) ?? usual;
  if (gap) drawn.style[parent.layout === "vertical" ? "marginTop" : "marginInlineStart"] = gap;
}

// Share out the room: in rows everything takes a share of one, in columns only what asks for it.
function place(made, content, parent) {
  const inRow = parent.layout !== "vertical";
  const usual = inRow && !["icon", "separator"].includes(content.type) && !content.width ? 1 : 0;
  const share = content.flex ?? usual;
  if (content.type !== "filler" || content.flex !== undefined) made.style.flex = share ? `${share} 1 0` : "0 0 auto";
  if (!inRow && share) made.style.flexBasis = "auto";
  if (content.gravity && parent.layout !== "baseline") settle(made, content, inRow);
  moveBy(made, content);
}

// Top, centre or bottom of the room there is: across the row, or within the own share of a column.
function settle(made, { type, gravity }, inRow) {
  if (inRow) made.style.alignSelf = SIDES[gravity];
  else if (type === "text") made.style.alignContent = SIDES[gravity];
  else made.style.marginBlock = { top: "0 auto", center: "auto", bottom: "auto 0" }[gravity];
}

function moveBy(made, { position, offsetTop, offsetBottom, offsetStart, offsetEnd }) {
  const offsets = { top: offsetTop, bottom: offsetBottom, "inset-inline-start": offsetStart, "inset-inline-end": offsetEnd };
  if (position !== "absolute" && !Object.values(offsets).some((offset) => offset !== undefined)) return;
  made.style.position = position ?? "relative";
  for (const [side, offset] of Object.entries(offsets)) if (offset !== undefined) made.style.setProperty(side, GAPS[offset] ?? offset);
}

function gradient(background) {
  if (!background) return undefined;
  const middle = background.centerColor ? `${background.centerColor} ${background.centerPosition ?? "50%"}, ` : "";
  return `linear-gradient(${background.angle}, ${background.startColor}, ${middle}${background.endColor})`;
}
