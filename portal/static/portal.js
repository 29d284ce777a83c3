// Everything here works without this file, by plain forms and links.
"use strict";

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
  addEventListener("popstate", () => { if (!location.hash) go(location.href); });
})();
