// Finds words where there is no server. A word finds the sections that have it in any of its forms,
// and those that have its sure translations; of several words, each must be there.
(() => {
  "use strict";

  const found = document.getElementById("found");
  const root = found.dataset.root;
  const ownFolder = document.documentElement.lang === "nb" ? "nb/" : "";
  const sectionsInAFile = 100;
  const shownAtOnce = 20;
  const around = 160;
  const shortestBeginning = 4;
  const longestEnding = 3;
  let beginnings = false;

  // A page that is opened from a disk may read scripts only: each file calls this with its content.
  const waiting = new Map();
  globalThis.searchFile = (name, content) => waiting.get(name)(content);
  const files = new Map();
  const load = (name) => {
    if (!files.has(name)) {
      files.set(
        name,
        new Promise((resolve) => {
          waiting.set(name, resolve);
          const script = document.createElement("script");
          script.src = `${root}/search/${name}.js`;
          script.onerror = () => resolve(null);
          document.head.append(script);
        }),
      );
    }
    return files.get(name);
  };

  const fileOf = (word) =>
    `words-${word.slice(0, 2).split("").map((letter) => letter.charCodeAt(0).toString(36)).join("-")}`;

  const entry = async (key, word) => (await load(fileOf(word)))?.[key];

  // The terms of a word; those of its beginning where no text has it, as of a form that is nowhere used.
  const keysOf = async (word, cut = 0) => {
    const terms = [];
    for (const key of [`n:${word}`, `e:${word}`]) {
      if (await entry(key, word)) {
        terms.push(key);
      }
    }
    const keys = (await entry(word, word)) ?? terms;
    if (keys.length > 0 || cut === longestEnding || word.length <= shortestBeginning) {
      return keys;
    }
    beginnings = true;
    return keysOf(word.slice(0, -1), cut + 1);
  };

  const numbers = (distances) => {
    let last = 0;
    return distances.split(" ").map((distance) => (last += parseInt(distance, 36)));
  };

  // The sections with a word: 2 where it stands itself, 1 where only a translation of it does.
  const sectionsOf = async (word, marked) => {
    const ranks = new Map();
    const add = async (key, rank) => {
      const term = await entry(key, key.slice(2));
      if (!term) {
        return [];
      }
      numbers(term[0]).forEach((number) => ranks.set(number, Math.max(rank, ranks.get(number) ?? 0)));
      term[2].forEach((form) => marked.add(form));
      return term[1];
    };
    for (const key of await keysOf(word)) {
      for (const translation of await add(key, 2)) {
        await add(translation, 1);
      }
    }
    return ranks;
  };

  const withAll = (all) => {
    const [first, ...rest] = all;
    return [...first.keys()]
      .filter((number) => rest.every((ranks) => ranks.has(number)))
      .map((number) => [number, all.reduce((sum, ranks) => sum + ranks.get(number), 0)])
      .sort(([a, rankOfA], [b, rankOfB]) => rankOfB - rankOfA || a - b)
      .map(([number]) => number);
  };

  const wordsOf = (text) => text.toLowerCase().normalize("NFC").match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];

  // What stands around the first word that is found, with all such words marked.
  const passage = (text, lang, marked) => {
    const places = [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)].filter((place) =>
      marked.has(place[0].toLowerCase().normalize("NFC")),
    );
    const from = places.length > 0 ? Math.max(0, places[0].index - around) : 0;
    const start = from === 0 ? 0 : text.indexOf(" ", from) + 1;
    const wanted = start + 3 * around;
    const end = text.length <= wanted ? text.length : Math.max(text.lastIndexOf(" ", wanted), start + around);
    const line = document.createElement("p");
    line.lang = lang;
    let copied = start;
    line.append(start > 0 ? "… " : "");
    for (const place of places.filter((each) => each.index + each[0].length <= end)) {
      const mark = document.createElement("mark");
      mark.textContent = place[0];
      line.append(text.slice(copied, place.index), mark);
      copied = place.index + place[0].length;
    }
    line.append(text.slice(copied, end), end < text.length ? " …" : "");
    return line;
  };

  const result = async (number, marked) => {
    const section = (await load(`sections-${Math.floor(number / sectionsInAFile)}`))[number % sectionsInAFile];
    const [, norwegian, english] = (await load("documents"))[section[0]];
    const item = document.createElement("article");
    item.className = "hit";
    const link = document.createElement("a");
    link.href = `${root}/${ownFolder}s/${section[1]}/index.html`;
    link.textContent = (ownFolder ? norwegian || english : english || norwegian);
    const heading = document.createElement("h2");
    heading.append(link);
    item.append(heading);
    [["no", section[2]], ["en", section[3]]]
      .filter(([, text]) => text)
      .forEach(([lang, text]) => item.append(passage(text, lang, marked)));
    return item;
  };

  const show = async (sections, marked, from) => {
    for (const number of sections.slice(from, from + shownAtOnce)) {
      found.append(await result(number, marked));
    }
    if (sections.length > from + shownAtOnce) {
      const more = document.createElement("button");
      more.textContent = found.dataset.more;
      more.addEventListener("click", () => {
        more.remove();
        show(sections, marked, from + shownAtOnce);
      });
      found.append(more);
    }
  };

  const notice = (words) => {
    const line = document.createElement("p");
    line.className = "notice";
    line.textContent = words;
    return line;
  };

  const search = async (query) => {
    const marked = new Set();
    const all = await Promise.all(wordsOf(query).map((word) => sectionsOf(word, marked)));
    const sections = withAll(all);
    const summary = document.createElement("p");
    summary.textContent = sections.length === 0 ? found.dataset.none : `${sections.length} ${found.dataset.number}`;
    found.replaceChildren(summary);
    if (beginnings && sections.length > 0) {
      found.append(notice(found.dataset.beginnings));
    }
    if (/["*:()|~]|\b(?:OR|NOT|NEAR)\b/.test(query)) {
      found.append(notice(found.dataset.words));
    }
    await show(sections, marked, 0);
  };

  const query = new URLSearchParams(location.search).get("q") ?? "";
  document.getElementById("q").value = query;
  if (wordsOf(query).length > 0) {
    search(query);
  }
})();
