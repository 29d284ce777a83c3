// Searches an exported site in the browser, without a server: loads the files of the index that the
// words need (see search_files.py), and fills the page's own templates with what it finds.
"use strict";
(() => {
  const PAGE_SIZE = 10; // results on a page, as the server shows
  const VALUES_OPEN = 6; // values of a facet that stand open, as on the server
  const VALUES = 50;
  const SNIPPET = 220; // characters
  const SHOWN_OF_A_PAGE = 3;
  const STEMMED = 0.7; // what a word of the same stem counts beside the very word
  const SATURATION = 1.2; // BM25's k1, its customary value
  const FEWEST_LETTERS = 3; // shorter words are their own stems

  // ---- words: folded as index/words.py folds them, stems as the engine's (Porter 1980) ----
  const STOP = new Set(document.querySelector("#found").dataset.stopWords.split(" "));
  const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
  const fold = (word) => word.replace(/['’]s$/, "").replace(/['’]/g, "").slice(0, 64).toLowerCase()
    .replace(/ß/g, "ss").normalize("NFKD").replace(/\p{M}/gu, "");

  const SECOND = { ational: "ate", tional: "tion", enci: "ence", anci: "ance", izer: "ize", bli: "ble",
    alli: "al", entli: "ent", eli: "e", ousli: "ous", ization: "ize", ation: "ate", ator: "ate",
    alism: "al", iveness: "ive", fulness: "ful", ousness: "ous", aliti: "al", iviti: "ive",
    biliti: "ble", logi: "log" };
  const THIRD = { icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", ful: "", ness: "" };
  const FOURTH = Object.fromEntries(["al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement",
    "ment", "ent", "ou", "ism", "ate", "iti", "ous", "ive", "ize"].map((ending) => [ending, ""]));
  const measured = /^(?:[^aeiouy]+)?[aeiou]+[^aeiouy]+/;
  const measuredOnce = /^(?:[^aeiouy]+)?[aeiou]+[^aeiouy]+(?:[aeiou]+)?$/;
  const measuredTwice = /^(?:[^aeiouy]+)?[aeiou]+[^aeiouy]+[aeiou]+[^aeiouy]+/;
  const withVowel = /^(?:[^aeiouy]+)?[aeiouy]/;
  const short = /^[^aeiouy]+[aeiouy][^aeiouwxy]$/;

  const ending = (word, endings) => {
    for (let at = 1; at < word.length; at += 1) {
      if (Object.hasOwn(endings, word.slice(at))) return word.slice(at);
    }
    return null;
  };
  const exchanged = (word, endings, wanted) => {
    const found = ending(word, endings);
    if (found === null) return word;
    const start = word.slice(0, -found.length);
    return wanted.test(start) ? start + endings[found] : word;
  };
  const stem = (given) => {
    if (given.length < FEWEST_LETTERS || !/^[a-z]+$/.test(given)) return given;
    let word = given.startsWith("y") ? `Y${given.slice(1)}` : given;
    if (/(?:sses|ies)$/.test(word)) word = word.slice(0, -2);
    else if (/[^s]s$/.test(word)) word = word.slice(0, -1);
    if (word.endsWith("eed")) {
      if (measured.test(word.slice(0, -3))) word = word.slice(0, -1);
    } else {
      const start = word.replace(/(?:ed|ing)$/, "");
      if (start !== word && withVowel.test(start)) word = /^at$/.test(start) || short.test(start) ? `${start}e` : start;
    }
    if (word.endsWith("y") && withVowel.test(word.slice(0, -1))) word = `${word.slice(0, -1)}i`;
    word = exchanged(word, SECOND, measured);
    word = exchanged(word, THIRD, measured);
    if (ending(word, FOURTH) !== null) word = exchanged(word, FOURTH, measuredTwice);
    else if (/.[st]ion$/.test(word) && measuredTwice.test(word.slice(0, -3))) word = word.slice(0, -3);
    if (/.e$/.test(word)) {
      const start = word.slice(0, -1);
      if (measuredTwice.test(start) || (measuredOnce.test(start) && !short.test(start))) word = start;
    }
    if (word.endsWith("ll") && measuredTwice.test(word)) word = word.slice(0, -1);
    return word.replace(/^Y/, "y");
  };
  const wordsOf = (text) => (text.match(WORD) ?? []).map(fold).filter(Boolean);

  // ---- files of the index ----
  const files = new Map();
  const waiting = new Map();
  window.library = (key, value) => { files.set(key, value); };
  const load = (key) => {
    if (!waiting.has(key)) {
      waiting.set(key, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `search-index/${key}.js`;
        script.onload = () => resolve(files.get(key));
        script.onerror = () => reject(new Error(`search-index/${key}.js is missing`));
        document.head.append(script);
      }));
    }
    return waiting.get(key);
  };
  const keyOf = (word) => [...word].slice(0, 2).map((letter) =>
    (letter.codePointAt(0) < 128 ? letter : `_${letter.codePointAt(0).toString(16)}`)).join("");

  // ---- searching ----
  const placesOf = (written) => {
    let number = 0;
    return written.split(" ").map((place) => {
      const [step, weight] = place.split(":");
      number += Number(step);
      return [number, Number(weight ?? 1)];
    });
  };
  const findWord = async (about, word) => {
    const key = keyOf(word);
    const found = new Map();
    if (!about.keys.includes(key)) return found;
    const wanted = stem(word);
    for (const [other, written] of Object.entries(await load(`w-${key}`))) {
      if (other !== word && stem(other) !== wanted) continue;
      const share = other === word ? 1 : STEMMED;
      for (const [number, weight] of placesOf(written)) {
        found.set(number, (found.get(number) ?? 0) + share * weight);
      }
    }
    return found;
  };
  const find = async (about, text) => {
    const asked = [...new Set(wordsOf(text))];
    const words = asked.filter((word) => !STOP.has(word));
    const everything = new Map(about.aspectOf.map((_, number) => [number, 0]));
    if (!asked.length) return { scores: everything, words, dropped: [] };
    const found = await Promise.all(words.map((word) => findWord(about, word)));
    const dropped = words.filter((_, at) => !found[at].size);
    const hits = new Map();
    for (const places of found.filter((one) => one.size)) {
      const rarity = Math.log(1 + (about.size - places.size + 0.5) / (places.size + 0.5));
      for (const [number, weight] of places) {
        const [score, matched] = hits.get(number) ?? [0, 0];
        const more = rarity * weight * (SATURATION + 1) / (weight + SATURATION);
        hits.set(number, [score + more, matched + 1]);
      }
    }
    const most = Math.max(0, ...[...hits.values()].map(([, matched]) => matched));
    const scores = new Map([...hits].filter(([, [, matched]]) => matched === most)
      .map(([number, [score]]) => [number, score]));
    return { scores, words, dropped, most };
  };

  // ---- showing ----
  const part = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
  const address = (text, chosen, page = 1) => {
    const fields = [["q", text], ...Object.entries(chosen).flatMap(([name, values]) =>
      [...values].map((value) => [name, value])), ["page", page > 1 ? page : ""]];
    return `search.html?${new URLSearchParams(fields.filter(([, value]) => value))}`;
  };
  const numbersOf = { aspect: (about, number) => [about.aspectOf[number]],
    condition: (about, number) => about.conditionsOf[number] };
  const namesOf = { aspect: "aspects", condition: "conditions" };
  const LEGENDS = { aspect: "Subject", condition: "Condition" };

  const fits = (about, number, chosen, but) => Object.entries(chosen).every(([name, values]) =>
    name === but || !values.size || numbersOf[name](about, number)
      .some((one) => values.has(about[namesOf[name]][one][0])));

  const counted = (about, numbers, chosen, name) => {
    const counts = new Map();
    for (const number of numbers) {
      if (!fits(about, number, chosen, name)) continue;
      for (const one of numbersOf[name](about, number)) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    about[namesOf[name]].forEach(([value], one) => {
      if (chosen[name].has(value) && !counts.has(one)) counts.set(one, 0);
    });
    const isChosen = ([one]) => chosen[name].has(about[namesOf[name]][one][0]);
    return [...counts].sort((a, b) => isChosen(b) - isChosen(a) || b[1] - a[1] || a[0] - b[0]).slice(0, VALUES);
  };

  const facet = (about, name, counts, chosen) => {
    const field = part("facet-template");
    field.querySelector("legend").textContent = LEGENDS[name];
    const row = field.querySelector("li");
    const rows = counts.map(([one, count]) => {
      const [value, label] = about[namesOf[name]][one];
      const made = row.cloneNode(true);
      const box = made.querySelector("input");
      Object.assign(box, { name, value, id: `${name}-${value}`, checked: chosen[name].has(value) });
      box.disabled = !count && !box.checked;
      made.querySelector(".facet-label").textContent = label;
      const number = made.querySelector(".facet-count");
      number.firstChild.textContent = count;
      number.querySelector(".unseen").textContent = count === 1 ? " passage" : " passages";
      return made;
    });
    const open = Math.max(VALUES_OPEN, chosen[name].size);
    field.querySelector("ul").replaceChildren(...rows.slice(0, open));
    const more = field.querySelector("details");
    if (rows.length > open) {
      more.querySelector("summary").textContent = `${rows.length - open} more`;
      more.querySelector("ul").replaceChildren(...rows.slice(open));
    } else more.remove();
    return field;
  };

  const snippet = (text, stems) => {
    const places = [...text.matchAll(WORD)].filter(([word]) => stems.has(stem(fold(word))));
    const first = places[0]?.index ?? 0;
    let start = first < SNIPPET * 0.6 ? 0 : text.indexOf(" ", first - SNIPPET * 0.4) + 1;
    const stop = text.length <= start + SNIPPET ? text.length : text.lastIndexOf(" ", start + SNIPPET);
    const shown = start ? ["… "] : [];
    for (const { 0: word, index } of places) {
      if (index < start || index + word.length > stop) continue;
      const mark = document.createElement("mark");
      mark.textContent = word;
      shown.push(text.slice(start, index), mark);
      start = index + word.length;
    }
    return [...shown, text.slice(start, stop), stop < text.length ? " …" : ""];
  };

  const hit = (about, row, number, [, , heading, url, trail, text], stems) => {
    const made = row.cloneNode(true);
    const link = made.querySelector(".hit-heading a");
    link.href = url;
    link.replaceChildren(...trail.map((above) => {
      const span = document.createElement("span");
      span.className = "trail";
      span.textContent = `${above} › `;
      return span;
    }), heading);
    made.querySelector(".snippet").replaceChildren(...snippet(text, stems));
    const tags = made.querySelector(".tags");
    const [subject, other] = tags.children;
    const tag = (model, [, label, to]) => {
      const one = model.cloneNode(true);
      Object.assign(one.querySelector("a"), { href: to, textContent: label });
      return one;
    };
    tags.replaceChildren(tag(subject, about.aspects[about.aspectOf[number]]),
      ...about.conditionsOf[number].map((one) => tag(other, about.conditions[one])));
    return made;
  };

  const group = (about, shown, stems) => {
    const made = part("group-template");
    const [, [title, page]] = shown[0];
    const link = made.querySelector(".group-title a");
    link.href = page;
    link.append(title);
    const row = made.querySelector(".hit");
    const hits = shown.map(([number, passage]) => hit(about, row, number, passage, stems));
    made.querySelector(".hits").replaceChildren(...hits.slice(0, SHOWN_OF_A_PAGE));
    const more = made.querySelector("details.more");
    if (hits.length > SHOWN_OF_A_PAGE) {
      more.querySelector("summary").textContent = `${hits.length - SHOWN_OF_A_PAGE} more from this page`;
      more.querySelector(".hits").replaceChildren(...hits.slice(SHOWN_OF_A_PAGE));
    } else more.remove();
    return made;
  };

  const groups = async (about, numbers, stems) => {
    const rows = await Promise.all(numbers.map(async (number) => {
      const passages = await load(`p-${Math.floor(number / about.perFile)}`);
      return [number, passages[number % about.perFile]];
    }));
    const byPage = Map.groupBy ? Map.groupBy(rows, ([, row]) => row[1]) : rows.reduce((map, row) =>
      map.set(row[1][1], [...(map.get(row[1][1]) ?? []), row]), new Map());
    return [...byPage.values()].map((shown) => group(about, shown, stems));
  };

  const chips = (about, text, chosen) => Object.entries(chosen).flatMap(([name, values]) =>
    [...values].map((value) => {
      const made = part("chip-template");
      const known = about[namesOf[name]].find(([other]) => other === value);
      made.querySelector(".chip-label").textContent = known?.[1] ?? value;
      made.querySelector("a").href = address(text, { ...chosen,
        [name]: new Set([...values].filter((other) => other !== value)) });
      return made;
    }));

  const pager = (text, chosen, page, pages) => {
    const link = (label, to) => Object.assign(document.createElement("a"),
      { className: "button", textContent: label, href: address(text, chosen, to) });
    const told = Object.assign(document.createElement("p"),
      { className: "pager-of", textContent: `Page ${page} of ${pages}` });
    return [...(page > 1 ? [link("Previous", page - 1)] : []),
      ...(page < pages ? [link("Next", page + 1)] : []), told];
  };

  const show = async (about) => {
    const query = new URLSearchParams(location.search);
    const text = (query.get("q") ?? "").trim().slice(0, 400);
    const chosen = { aspect: new Set(query.getAll("aspect")), condition: new Set(query.getAll("condition")) };
    const { scores, words, dropped, most } = await find(about, text);
    const matched = [...scores.keys()];
    const found = matched.filter((number) => fits(about, number, chosen))
      .sort((a, b) => scores.get(b) - scores.get(a) || a - b);
    const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
    const page = Math.min(pages, Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1));
    const from = (page - 1) * PAGE_SIZE;
    const stems = new Set(words.map(stem));

    const area = document.getElementById("found");
    const box = document.querySelector("#search input[type=search]");
    box.value = text;
    document.title = `${text || "All passages"} (${found.length})`;
    area.querySelector("h1").textContent = text ? `Results for “${text}”` : "All passages";
    document.getElementById("facets").replaceChildren(...Object.keys(chosen)
      .map((name) => facet(about, name, counted(about, matched, chosen, name), chosen)));
    const notes = area.querySelector(".note");
    const left = dropped.length ? `No passage has these words: ${dropped.join(", ")}.`
      : (most < words.length ? "No passage has all of your words. These have most of them." : "");
    notes.textContent = left;
    notes.hidden = !left;
    const list = area.querySelector(".chips");
    list.replaceChildren(...chips(about, text, chosen));
    list.hidden = !list.children.length;
    document.getElementById("groups").replaceChildren(
      ...await groups(about, found.slice(from, from + PAGE_SIZE), stems));
    const ways = area.querySelector(".pager");
    ways.replaceChildren(...(pages > 1 ? pager(text, chosen, page, pages) : []));
    ways.hidden = pages === 1;
    area.querySelector(".columns").hidden = false;
    document.getElementById("without-script").hidden = Boolean(found.length);
    area.querySelector(".count").textContent = found.length
      ? `${found.length.toLocaleString("en")} ${found.length === 1 ? "passage" : "passages"} found.` : "Nothing found.";
  };

  document.querySelector("#without-script p").textContent = "These lead everywhere:";
  document.addEventListener("change", (event) => {
    if (!event.target.matches(".facet input")) return;
    const chosen = new FormData(document.getElementById("search"));
    const held = event.target.id;
    history.pushState(null, "", `search.html?${new URLSearchParams([...chosen].filter(([, value]) => value))}`);
    load("about").then(show).then(() => document.getElementById(held)?.focus());
  });
  addEventListener("popstate", () => load("about").then(show));
  load("about").then(show).catch((error) => {
    document.querySelector("#found .count").textContent = `The search cannot be loaded: ${error.message}.`;
  });
  window.librarySearch = { fold, stem, wordsOf }; // for the tests that hold these to the server's
})();
