// Templates are older than Flex and simpler: a picture, words, and a column of buttons.

import { element, picture } from "./elements.js";
import { row } from "./row.js";
import { tappable } from "./tappable.js";

export function template(content, tap) {
  if (content.type === "carousel") {
    return row(content.columns.map((column, place) => wordCard({ ...looks(content), ...column }, `/template/columns/${place}`, tap)));
  }
  if (content.type === "image_carousel") {
    return row(content.columns.map((column, place) => imageCard(column, `/template/columns/${place}`, tap)));
  }
  return wordCard(content, "/template", tap);
}

const looks = ({ imageAspectRatio, imageSize }) => ({ imageAspectRatio, imageSize });

function wordCard(content, path, tap) {
  const said = element("div", { class: "template-words" });
  if (content.thumbnailImageUrl) said.append(thumbnail(content));
  if (content.title) said.append(element("h3", { text: content.title }));
  said.append(element("p", { text: content.text }));
  const buttons = content.actions.map((action, place) => element("button", {
    type: "button", class: "flex-button link sm", text: action.label,
    on: { click: () => tap(`${path}/actions/${place}`, action) },
  }));
  const shape = content.type === "confirm" ? "template-buttons beside" : "template-buttons";
  return element(
    "article", { class: "bubble-card kilo template" },
    tappable(said, content.defaultAction, `${path}/defaultAction`, tap),
    element("div", { class: shape }, ...buttons),
  );
}

function thumbnail(content) {
  return picture(content.thumbnailImageUrl, "", {
    class: "thumbnail",
    style: {
      "aspect-ratio": content.imageAspectRatio === "square" ? "1" : "1.51",
      "object-fit": content.imageSize === "contain" ? "contain" : "cover",
      "background-color": content.imageBackgroundColor,
    },
  });
}

function imageCard(column, path, tap) {
  const card = element("article", { class: "bubble-card micro template" }, picture(column.imageUrl, column.action.label ?? "", { class: "thumbnail" }));
  if (column.action.label) card.append(element("p", { class: "image-label", text: column.action.label }));
  return tappable(card, column.action, `${path}/action`, tap);
}
