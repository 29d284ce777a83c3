// Everything here works without this file, by plain forms and links.
"use strict";

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// A ticked filter searches at once: the columns are exchanged in place, so that focus, scroll and
// the screen reader's place stay where they are, and the count is announced.
(() => {
  const form = document.getElementById("search");
  const columns = () => document.querySelector("#found > .columns");
  if (!form || !columns()) return;
  let request = new AbortController();

  const address = () => {
    const chosen = [...new FormData(form)].filter(([, value]) => value.trim());
    const query = new URLSearchParams(chosen).toString();
    return query ? `${form.action}?${query}` : form.action;
  };

  const folds = (root) => [...root.querySelectorAll("aside details")];

  const show = async (url) => {
    request.abort();
    request = new AbortController();
    const answer = await fetch(url, { signal: request.signal });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = document.adoptNode(page.querySelector("#found > .columns"));
    const open = new Set(folds(columns()).filter((fold) => fold.open).map((fold) => fold.dataset.fold));
    for (const fold of folds(fresh)) fold.open = open.has(fold.dataset.fold);
    const held = document.activeElement?.id;
    columns().replaceWith(fresh);
    if (held) document.getElementById(held)?.focus({ preventScroll: true });
    document.title = page.title;
    document.querySelector("#found > .count").textContent = page.querySelector("#found > .count").textContent;
  };

  const go = (url, keep) => show(url).then(keep, (reason) => {
    if (reason.name !== "AbortError") location.assign(url);
  });

  document.addEventListener("change", (event) => {
    if (!event.target.matches(".facet input")) return;
    const url = address();
    go(url, () => history.pushState(null, "", url));
  });
  document.documentElement.dataset.live = ""; // no Apply button is needed
  addEventListener("popstate", () => { if (!location.hash) go(location.href); });
})();

// Suggestions while typing: the combobox with a list of the ARIA Authoring Practices, where what is
// typed stays as it is until a suggestion is chosen. The focus never leaves the box.
document.querySelectorAll("form.search").forEach((form) => {
  const WAIT = 90; // milliseconds: shorter than between two keys of a slow typist, too short to notice
  const box = form.querySelector("input");
  const list = document.createElement("ul");
  const told = document.createElement("p");
  let active = -1;
  let request = new AbortController();
  let timer;

  const set = (element, names) => {
    for (const [name, value] of Object.entries(names)) element.setAttribute(name, value);
  };
  set(list, { id: `${box.id}-list`, role: "listbox", "aria-label": "Suggestions", class: "suggestions" });
  set(told, { "aria-live": "polite", class: "unseen" });
  set(box, {
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  });
  list.hidden = true;
  form.append(list, told);

  const close = () => {
    clearTimeout(timer);
    request.abort();
    list.hidden = true;
    list.replaceChildren();
    active = -1;
    told.textContent = "";
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  // Whoever has begun to choose keeps the list as it is: a late answer would change it underneath.
  const point = (to) => {
    clearTimeout(timer);
    request.abort();
    const options = [...list.children];
    active = (to + options.length + 1) % (options.length + 1);
    options.forEach((option, at) => option.setAttribute("aria-selected", at === active));
    if (options[active]) {
      box.setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    } else {
      box.removeAttribute("aria-activedescendant");
    }
  };

  const offer = (found) => {
    if (!found.length) return close();
    list.replaceChildren(...found.map((one, at) => {
      const option = document.createElement("li");
      const kind = document.createElement("span");
      kind.textContent = one.kind;
      option.append(one.text, " ", kind);
      option.dataset.url = one.url;
      set(option, { id: `${list.id}-${at}`, role: "option", "aria-selected": "false" });
      return option;
    }));
    list.hidden = false;
    active = found.length;
    box.removeAttribute("aria-activedescendant");
    box.setAttribute("aria-expanded", "true");
    told.textContent = found.length === 1 ? "1 suggestion" : `${found.length} suggestions`;
  };

  const ask = async () => {
    request.abort();
    request = new AbortController();
    const text = box.value.trim();
    if (text.length < 2) return close();
    const address = `/suggest?${new URLSearchParams({ q: text })}`;
    const { signal } = request;
    const found = await fetch(address, { signal })
      .then((answer) => (answer.ok ? answer.json() : []))
      .catch(() => null);
    // An answer that was called off, at whatever moment, changes nothing any more.
    if (found && !signal.aborted && document.activeElement === box) offer(found);
  };

  const keys = {
    ArrowDown: () => (list.hidden ? ask() : point(active + 1)),
    ArrowUp: () => (list.hidden ? ask() : point(active - 1)),
    Escape: () => (list.hidden ? (box.value = "") : close()),
    Enter: () => location.assign(list.children[active].dataset.url),
  };
  // Whoever moves the cursor is back in what was typed.
  const backs = ["Home", "End", "ArrowLeft", "ArrowRight"];

  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, WAIT); });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (backs.includes(event.key) && list.children[active]) point(-1);
    const act = keys[event.key];
    if (!act || (event.key === "Enter" && !list.children[active])) return;
    event.preventDefault();
    act();
  });
  box.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("li");
    if (option) location.assign(option.dataset.url);
  });
});
