// What of the page can be seen: fields, authors, boxes and lines of text, in CSS pixels.
({ scroll, marked, mark, isAlone }) => {
  const view = document.querySelector(".view");
  // Whoever shows one article keeps its title in sight; a list may stand anywhere.
  const bottom = view.scrollHeight - view.clientHeight;
  const title = document.querySelector("[data-field=title]");
  const top = title.getBoundingClientRect().top - view.getBoundingClientRect().top;
  view.scrollTop = scroll * Math.min(bottom, isAlone ? Math.max(0, top - 8) : bottom);
  const frame = view.getBoundingClientRect();
  const overlays = [...document.querySelectorAll(".overlay")].map((e) => e.getBoundingClientRect());

  const drawMark = () => {
    const box = marked === null ? null : document.querySelector(`[data-box="${marked}"]`);
    if (!box) return;
    const at = box.getBoundingClientRect();
    if (mark === "highlight") { box.style.background = document.body.matches(".dark") ? "#5c5200" : "#fff176"; return; }
    const above = at.top - frame.top + view.scrollTop;
    const shape = document.createElement("div");
    shape.style.cssText = mark === "bar"
      ? `position:absolute;left:${at.left - frame.left - 9}px;top:${above}px;width:5px;height:${at.height}px;background:#e02020`
      : `position:absolute;left:${at.left - frame.left - 12}px;top:${above - 8}px;width:${at.width + 22}px;height:${at.height + 14}px;border:4px solid #e02020;border-radius:48% 52% 46% 54%/42% 47% 53% 58%;transform:rotate(-.6deg)`;
    shape.style.pointerEvents = "none";
    view.append(shape);
  };
  drawMark();

  const inside = (r) =>
    r.left >= frame.left - 1 && r.right <= frame.right + 1 && r.top >= frame.top - 1 && r.bottom <= frame.bottom + 1 &&
    r.left >= 0 && r.top >= 0 && r.right <= innerWidth && r.bottom <= innerHeight &&
    !overlays.some((o) => r.left < o.right && r.right > o.left && r.top < o.bottom && r.bottom > o.top);
  const hits = (element, x, y) => {
    const found = document.elementFromPoint(x, y);
    return found !== null && element.contains(found);
  };
  const rects = (node) => [...node.getClientRects()].filter((r) => r.width > 0.5 && r.height > 0.5);
  const wholly = (element) => {
    const all = rects(element);
    return all.length > 0 && all.every((r) => inside(r) &&
      [r.left + 1.5, r.left + r.width / 2, r.right - 1.5].every((x) => hits(element, x, r.top + r.height / 2)));
  };
  const partly = (element) => rects(element).some((r) => {
    const [left, right] = [Math.max(r.left, frame.left), Math.min(r.right, frame.right)];
    const [top, bottom] = [Math.max(r.top, frame.top), Math.min(r.bottom, frame.bottom)];
    return right - left > 4 && bottom - top > 0.3 * r.height && hits(element, left + 2, (top + bottom) / 2);
  });
  const clean = (text) => text.replace(/\s+/g, " ").trim();

  const fields = [...document.querySelectorAll("[data-field]")].map((element) => ({
    item: Number(element.dataset.item),
    field: element.dataset.field,
    text: clean(element.textContent),
    authors: [...element.querySelectorAll("[data-author]")].map((a) => [clean(a.textContent), a.dataset.family]),
    whole: !("cut" in element.dataset) && wholly(element),
    some: partly(element),
    common: "common" in element.dataset,
  }));

  const lines = [];
  let current = null;
  const add = (text, r, parent) => {
    if (!inside(r) || !hits(parent, (r.left + r.right) / 2, (r.top + r.bottom) / 2)) return;
    const middle = (r.top + r.bottom) / 2;
    const gap = current && r.left - current.right;
    if (current && Math.abs(middle - current.middle) < 0.35 * r.height && gap > -2 && gap < 1.2 * r.height) {
      current.text += (gap > 0.12 * r.height ? " " : "") + text;
      current.right = r.right;
    } else {
      current = { text, right: r.right, middle };
      lines.push(current);
    }
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (const word of node.data.matchAll(/\S+/g)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const all = rects(range);
      if (all.length === 1) { add(word[0], all[0], node.parentElement); continue; }
      [...word[0]].reduce((at, letter) => {
        range.setStart(node, at);
        range.setEnd(node, at + letter.length);
        rects(range).slice(-1).forEach((r) => add(letter, r, node.parentElement));
        return at + letter.length;
      }, word.index);
    }
  }
  return { fields, lines: lines.map((line) => line.text) };
}
