// A picture with areas to tap, and perhaps a film on it. Areas are in parts of the base size.

import { element, icon, picture } from "./elements.js";
import { words } from "./words.js";

const WIDTH = 1040; // LINE asks the picture's address for 240, 300, 460, 700 or 1040 pixels

export function imagemap(content, tap) {
  const { baseUrl, baseSize, altText, actions, video } = content;
  const made = element(
    "div", { class: "imagemap", style: { "aspect-ratio": `${baseSize.width} / ${baseSize.height}` } },
    picture(`${baseUrl}/${WIDTH}`, altText),
  );
  if (video) made.append(film(video, baseSize));
  actions.forEach((action, place) => made.append(element("button", {
    type: "button", class: "area", style: spot(action.area, baseSize),
    "aria-label": action.label ?? action.text ?? action.linkUri ?? action.clipboardText,
    on: { click: () => tap(`/actions/${place}`, action) },
  })));
  return made;
}

function film(video, baseSize) {
  return element(
    "a", { class: "film area", style: spot(video.area, baseSize), href: video.originalContentUrl, target: "_blank", rel: "noopener noreferrer", "aria-label": words.video },
    picture(video.previewImageUrl, ""), icon("play"),
  );
}

function spot({ x, y, width, height }, base) {
  const part = (length, whole) => `${(100 * length) / whole}%`;
  return { left: part(x, base.width), top: part(y, base.height), width: part(width, base.width), height: part(height, base.height) };
}
