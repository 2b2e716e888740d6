// What stands inside the boxes of a Flex message.

import { element, icon as lineIcon, picture } from "./elements.js";
import { IMAGE, SIDES, TEXT, letterSize, measure, ratio } from "./sizes.js";
import { tappable } from "./tappable.js";
import { words } from "./words.js";

export function text(content, path, tap) {
  const made = element("p", { class: content.wrap ? "text wrap" : "text", style: letters(content, "md", content.scaling) });
  if (content.contents?.length) {
    made.append(...content.contents.map((span) => element("span", { text: span.text, style: letters(span, undefined, content.scaling) })));
  } else {
    made.textContent = content.text ?? "";
  }
  if (content.align) made.style.textAlign = content.align;
  if (content.lineSpacing) made.style.lineHeight = `calc(1.4em + ${content.lineSpacing})`;
  if (content.wrap && content.maxLines) {
    made.classList.add("clamped");
    made.style.setProperty("-webkit-line-clamp", content.maxLines);
  }
  if (content.adjustMode) shrinkToFit(made);
  return tappable(made, content.action, `${path}/action`, tap);
}

function letters(content, usual, scaling) {
  return {
    "font-size": letterSize(content.size ?? usual, scaling),
    color: content.color,
    "font-weight": { bold: "700", regular: "400" }[content.weight],
    "font-style": content.style,
    "text-decoration": content.decoration,
  };
}

const SMALLEST = 10;

// Once it has its place, make the letters smaller until the line is not cut.
function shrinkToFit(made) {
  const shrink = () => {
    made.style.fontSize = made.dataset.size ??= getComputedStyle(made).fontSize;
    let size = parseFloat(made.style.fontSize);
    while (made.scrollWidth > made.clientWidth && size > SMALLEST) made.style.fontSize = `${(size -= 1)}px`;
  };
  new ResizeObserver(() => requestAnimationFrame(shrink)).observe(made);
}

export function button(content, path, tap) {
  const style = content.style ?? "link";
  const made = element("button", {
    type: "button",
    class: `flex-button ${style} ${content.height ?? "md"}`,
    style: { [style === "link" ? "color" : "background-color"]: content.color },
    on: { click: (event) => { event.stopPropagation(); tap(`${path}/action`, content.action); } },
  });
  made.append(element("span", { text: content.action.label ?? "", style: { "font-size": letterSize("md", content.scaling) } }));
  if (content.adjustMode) shrinkToFit(made.firstChild);
  return made;
}

export function image(content, path, tap) {
  const shown = picture(content.url, content.action?.label ?? "", {
    style: {
      "aspect-ratio": ratio(content.aspectRatio),
      "object-fit": content.aspectMode === "cover" ? "cover" : "contain",
      "background-color": content.backgroundColor,
      width: measure(content.size ?? "md", IMAGE),
    },
  });
  const frame = element("div", { class: "image", style: { "justify-content": SIDES[content.align ?? "center"] } }, shown);
  return tappable(frame, content.action, `${path}/action`, tap);
}

export function separator(content, path, tap, parent) {
  const upright = parent.layout !== "vertical";
  return element("hr", { class: upright ? "line upright" : "line", style: { "background-color": content.color } });
}

export function icon(content) {
  const height = content.scaling ? letterSize(content.size ?? "md", true) : measure(content.size ?? "md", TEXT);
  return picture(content.url, "", { class: "small-icon", style: { height, "aspect-ratio": ratio(content.aspectRatio) } });
}

// A film shows its first picture; who cannot play it sees the other content instead.
export function video(content, instead, path, tap) {
  const still = picture(content.previewUrl, words.video, { style: { "aspect-ratio": ratio(content.aspectRatio) } });
  still.addEventListener("error", () => made.replaceChildren(instead));
  const film = element("a", { class: "film", href: content.url, target: "_blank", rel: "noopener noreferrer", "aria-label": words.video }, still, lineIcon("play"));
  const made = element("div", { class: "video" }, film);
  if (content.action) made.append(button({ action: content.action, height: "sm" }, path, tap));
  return made;
}
