// Going from box to box on the page where a text is translated, without leaving it: the help of the
// next section comes from the server, and so do the rows that are not here yet.
(() => {
  "use strict";

  const { editing, navigate, replacePage, reveal, watchSize } = globalThis.speil;
  if (!editing) {
    return;
  }
  const RETRY_MS = 5_000;
  const { root } = document.documentElement.dataset;
  const list = document.getElementById("rows");
  const help = () => document.getElementById("help");
  const idOf = (row) => row.id.slice(2);
  const boxOf = (row) => row.querySelector(".box");
  const current = () => list.querySelector(".row.current");
  let ending = new AbortController(); // of the visit
  let loading = new AbortController(); // of its help
  let wanted = null; // what is to be done as soon as that is here
  let isOther = true; // whether what was saved is another text than before
  let walk = ""; // where one goes on after the section that is written

  // The row of this page that an address leads to, and what else it asks for.
  const find = (href) => {
    const { pathname, searchParams } = new URL(href, location.href);
    const named = /\/s\/(\w+)\/edit$/.exec(pathname)?.[1];
    const id = named ?? (pathname === location.pathname ? searchParams.get("s") : null);
    const row = id ? document.getElementById(`s-${id}`) : null;
    return row && boxOf(row) ? { row, params: searchParams } : null;
  };

  const onward = () => new URLSearchParams(walk ? { next: walk } : {});

  const neighbour = (row, step) => {
    const all = Array.from(list.querySelectorAll(".row")).filter(boxOf);
    return all[all.indexOf(row) + step];
  };

  // Whether an address asks for a text in the box.
  const asked = (params) => (["event", "insert", "draft"].some((each) => params.has(each)) ? "text" : "");

  // Boxes of browsers that do not size them by their texts.
  const grow = (boxes) => {
    if (!CSS.supports("field-sizing", "content")) {
      const set = (heights) => boxes.forEach((box, at) => Object.assign(box.style, { height: heights[at] }));
      set(boxes.map(() => "0"));
      set(boxes.map((box) => `${box.scrollHeight + 2}px`));
    }
  };
  editing.grow = grow;
  const open = (rows) => {
    const boxes = rows.map(boxOf).filter((box) => box !== null);
    rows.forEach(watchSize);
    boxes.forEach((box) => Object.assign(box, { readOnly: false }));
    grow(boxes);
    rows.forEach(editing.cover);
  };
  list.addEventListener("input", ({ target }) => grow([target]));

  // ---- The help beside the box ----

  const begin = (row, text, takes) => {
    ending = new AbortController();
    const form = document.getElementById("editing");
    walk = form.elements.next?.value ?? "";
    const visit = { row, box: boxOf(row), form, panel: help(), text, takes, signal: ending.signal };
    editing.visit = visit;
    editing.parts.forEach((each) => each(visit));
    const act = wanted;
    wanted = null;
    act?.();
  };

  // What is written beside a box, as a comment is, stays until it is sent, though one goes elsewhere.
  const FIELDS = "textarea, input:not([type])";
  const written = new Map();
  const nameOf = (field) => `${field.form.action} ${field.name}`;
  const fields = (part) => Array.from(part.querySelectorAll(FIELDS));
  const writing = () => fields(help()).find((field) => field === document.activeElement);
  const remember = () => fields(help()).forEach((field) => written.set(nameOf(field), field.value));
  const recall = (panel) => {
    for (const field of fields(panel).filter((each) => written.get(nameOf(each)))) {
      field.value = written.get(nameOf(field));
      reveal(field);
    }
  };
  const forget = (form) => {
    fields(form).forEach((field) => written.delete(nameOf(field)));
    form.reset();
    fields(form).find((field) => field === document.activeElement)?.blur();
  };

  // Takes the place of a row with what the server says of it now; what is typed in it stays.
  const refresh = (row, fresh) => {
    const box = boxOf(row);
    row.className = fresh.className;
    for (const part of [".original", ".said", ".hop"]) {
      row.querySelector(part)?.remove();
      const now = fresh.querySelector(part);
      if (now) {
        (part === ".original" ? row.querySelector(".translation") : null)?.before(now);
        if (part !== ".original") {
          row.querySelector(".translation").append(now);
        }
      }
    }
    box.ariaLabel = boxOf(fresh).ariaLabel;
    if (!editing.drafts.isTyped(box)) {
      editing.renew(row, fresh);
      row.dataset.version = fresh.dataset.version;
    }
  };

  /**
   * Shows the help of a section, and what else of the page has changed, as the server sent them.
   * takes: "answer" where its box takes the text of the answer to its form, "text" where it takes
   * what one has asked for; else what is typed in it stays
   */
  editing.show = (row, part, takes) => {
    ending.abort();
    const fresh = part.getElementById(row.id);
    const panel = part.getElementById("help");
    for (const fold of help().querySelectorAll("details[id]")) {
      const now = panel.querySelector(`#${fold.id}`);
      if (now && fold.open) {
        now.open = true;
      }
    }
    const top = help().scrollTop;
    const field = writing();
    const name = field && nameOf(field);
    remember();
    recall(panel);
    if (!isOther) {
      panel.querySelector(".last button")?.remove(); // there is nothing to undo
    }
    isOther = true;
    const isSame = help().querySelector("#editing")?.dataset.section === idOf(row);
    panel.classList.toggle("open", isSame && help().classList.contains("open"));
    help().replaceWith(panel);
    const again = field && fields(panel).find((each) => nameOf(each) === name);
    if (again) {
      reveal(again);
      again.focus({ preventScroll: true });
      again.setSelectionRange(field.selectionStart, field.selectionEnd);
    } else if (field) {
      boxOf(row).focus({ preventScroll: true });
    }
    document.getElementById("told").textContent = panel.querySelector(".last").firstChild?.textContent ?? "";
    panel.scrollTop = takes === "answer" ? 0 : top;
    document.getElementById("bar").replaceWith(part.getElementById("bar"));
    for (const other of part.querySelectorAll(".row")) {
      const here = document.getElementById(other.id);
      if (here === row) {
        refresh(row, fresh);
      } else if (here && editing.drafts.isTyped(boxOf(here))) {
        refresh(here, other);
      } else if (here) {
        here.replaceWith(other);
        open([other]);
      }
    }
    const text = boxOf(fresh).defaultValue;
    begin(row, text, takes);
    grow([boxOf(row)]);
    if (takes === "answer") {
      (document.getElementById("clash") ?? boxOf(row)).focus({ preventScroll: true });
    }
  };

  // Says that the help does not come, where it would stand.
  const fail = (retry, words, signIn) => {
    remember();
    const panel = help();
    const alert = document.createElement("p");
    Object.assign(alert, { id: "unsaved", textContent: words });
    alert.role = "alert";
    if (signIn) {
      const link = document.createElement("a");
      Object.assign(link, { href: `${root}sign-in`, target: "_blank", textContent: signIn });
      alert.append(" ", link);
    }
    const again = document.createElement("button");
    Object.assign(again, { id: "reload", type: "button", textContent: list.dataset.again });
    again.addEventListener("click", retry);
    const said = document.createElement("div");
    said.className = "unsaved";
    said.append(alert, again);
    panel.replaceChildren(said);
    panel.inert = false;
  };

  const load = async (row, params, takes = "") => {
    loading.abort();
    loading = new AbortController();
    const { signal } = loading;
    ending.abort();
    editing.visit = null;
    const query = new URLSearchParams(params);
    query.delete("s");
    query.set("part", "1");
    const show = new URLSearchParams(location.search).get("show");
    if (show) {
      query.set("show", show);
    }
    help().inert = !writing(); // it is of another section, or of an older version
    const retry = () => load(row, params, takes);
    try {
      const answer = await fetch(`${root}s/${idOf(row)}/edit?${query}`, { signal });
      const html = await answer.text();
      if (signal.aborted) {
        return;
      }
      const part = new DOMParser().parseFromString(html, "text/html");
      if (part.getElementById("help")) {
        editing.show(row, part, takes);
      } else if (answer.redirected) {
        fail(retry, list.dataset.out, list.dataset.signin);
      } else {
        fail(retry, list.dataset.refused.replace("{0}", () => part.querySelector("h1")?.textContent ?? answer.status));
      }
    } catch {
      if (!signal.aborted) {
        fail(retry, list.dataset.away);
        setTimeout(() => signal.aborted || retry(), RETRY_MS);
      }
    }
  };

  // ---- From box to box ----

  const leave = () => {
    const row = current();
    const box = boxOf(row);
    wanted = null; // it was asked for there
    for (const name of ["id", "name", "form"]) {
      box.removeAttribute(name);
    }
    row.classList.remove("current");
    row.querySelector(".number").removeAttribute("aria-current");
    row.querySelector(".hop")?.remove();
    const isTyped = editing.drafts.isTyped(box);
    row.classList.toggle("typed", isTyped);
    row.querySelector(".translation").dataset.typed = isTyped ? list.dataset.typed : "";
  };

  /**
   * Goes to a row's box and asks for its help.
   * isPlaced: its box comes to stand where that of the last one stood
   */
  const enter = (row, params, isPlaced = false, takes = "") => {
    const box = boxOf(row);
    const last = editing.field(boxOf(current())).getBoundingClientRect().top;
    const stays = row === current();
    if (!stays) {
      leave();
      row.classList.add("current");
      row.classList.remove("typed");
      row.querySelector(".translation").dataset.typed = "";
      row.querySelector(".number").setAttribute("aria-current", "true");
      box.id = "markdown";
      box.name = "markdown";
      box.setAttribute("form", "editing");
    }
    if (document.activeElement !== box && !(stays && writing())) {
      box.focus({ preventScroll: true });
    }
    if (isPlaced && last > 0 && last < window.innerHeight) {
      window.scrollBy({ top: editing.field(box).getBoundingClientRect().top - last, behavior: "instant" });
    } else if (isPlaced) {
      row.scrollIntoView();
    }
    const here = new URL(location.href);
    const show = here.searchParams.get("show");
    const next = params.get("next");
    walk = next ?? "";
    here.search = new URLSearchParams({ ...(show && { show }), s: idOf(row), ...(next && { next }) });
    here.hash = "";
    history.replaceState(null, "", here);
    load(row, params, takes);
  };

  // Goes on from a section that was saved.
  editing.onward = (visit, how, next, isOtherText) => {
    isOther = isOtherText;
    if (visit.signal.aborted) {
      const params = onward();
      params.set("saved", idOf(visit.row));
      load(current(), params); // one has gone on already
      return;
    }
    const there = find(next);
    const isHere = there?.row === visit.row;
    const stays = how === "save" && !isHere;
    const row = stays ? visit.row : there?.row;
    if (!row) {
      navigate(next);
      return;
    }
    const params = stays ? onward() : there.params;
    if (how === "next" || how === "approve" || how === "save") {
      params.set("saved", idOf(visit.row));
    }
    enter(row, params, true, how === "suggest" || how === "remove" ? "text" : "");
  };

  // Presses a button of the section's form, or the first; as soon as the form is here.
  const press = (name) => {
    const { form } = editing.visit;
    (form.querySelector(`button[value=${name}]`) ?? form.querySelector(".buttons button")).click();
  };
  editing.later = (act) => {
    if (editing.visit) {
      act();
    } else {
      wanted = act;
      help().querySelector("#reload")?.click();
    }
  };
  editing.submit = (name) => editing.later(() => press(name));

  for (const [key, step] of [["ArrowLeft", -1], ["ArrowRight", 1]]) {
    editing.keys[key] = () => {
      const row = neighbour(current(), step);
      if (row) {
        enter(row, onward(), true);
      } else {
        document.querySelector(`[data-alt-key=${key}]`)?.click();
      }
    };
  }

  list.addEventListener("focusin", ({ target }) => {
    const row = target.closest(".row");
    if (target.matches(".box") && row !== current()) {
      enter(row, onward());
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".whole a[href]");
    if (!link || event.defaultPrevented || link.target || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const there = find(link.href);
    if (link.matches(".to-aids, .hop")) {
      event.preventDefault();
      help().classList.add("open");
      help().querySelector("a, button").focus({ preventScroll: true });
      editing.field(boxOf(current())).scrollIntoView({ block: "nearest", behavior: "instant" }); // above the drawer
    } else if (link.matches(".close")) {
      event.preventDefault();
      help().classList.remove("open");
      boxOf(current()).focus();
    } else if (there) {
      event.preventDefault();
      enter(there.row, there.params, !link.matches(".number"), asked(there.params));
    }
  });

  // What else stands beside a box or below it is done in place, too: an answer to a comment, a
  // suggestion taken, a save undone.
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || !form.closest(".whole")) {
      return;
    }
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    let next = "";
    try {
      const headers = { Accept: "application/json, text/html" };
      const answer = await fetch(form.action, { method: "POST", headers, body });
      if (!(answer.headers.get("Content-Type") ?? "").startsWith("application/json")) {
        replacePage(await answer.text());
        return;
      }
      next = (await answer.json()).next;
      forget(form);
    } catch {
      document.getElementById("unsaved").textContent = list.dataset.away;
      return;
    }
    const there = body.get("next") ? find(next) : { row: current(), params: onward() };
    if (!there) {
      navigate(next);
      return;
    }
    const saved = /\/s\/(\w+)\/translation$/.exec(new URL(form.action).pathname)?.[1];
    if (saved && !there.params.has("removed")) {
      there.params.set("saved", saved);
    }
    enter(there.row, there.params, false, asked(there.params));
  });

  // ---- Rows that come as one scrolls ----

  const paging = list.querySelector(".paging");
  const ends = {};
  for (const end of ["prev", "next"]) {
    ends[end] = paging?.querySelector(`[rel=${end}]`)?.href;
  }
  paging?.remove();

  const extend = async (end) => {
    const href = ends[end];
    ends[end] = undefined; // once
    try {
      const address = new URL(href);
      address.searchParams.set("rows", "1");
      const answer = await fetch(address);
      const part = new DOMParser().parseFromString(await answer.text(), "text/html");
      const come = Array.from(part.querySelectorAll(".row"));
      if (come.length === 0) {
        throw new Error(String(answer.status)); // the page to sign in, or an error
      }
      const rows = come.filter((row) => !document.getElementById(row.id));
      if (end === "next") {
        list.append(...rows);
        open(rows);
      } else {
        const first = list.querySelector(".row");
        const top = first.getBoundingClientRect().top;
        document.documentElement.style.overflowAnchor = "none"; // this is done here
        first.before(...rows);
        open(rows);
        window.scrollBy({ top: first.getBoundingClientRect().top - top, behavior: "instant" });
        requestAnimationFrame(() => {
          document.documentElement.style.overflowAnchor = "";
        });
      }
      ends[end] = part.querySelector(`.paging [rel=${end}]`)?.href;
    } catch {
      setTimeout(() => {
        ends[end] = href;
        watch();
      }, RETRY_MS);
    }
    watch();
  };
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const end = target === list.querySelector(".row") ? "prev" : "next";
        if (isIntersecting && ends[end]) {
          extend(end);
        }
      }
    },
    { rootMargin: "1500px" },
  );
  const watch = () => {
    seen.disconnect();
    const rows = list.querySelectorAll(".row");
    seen.observe(rows[0]);
    seen.observe(rows[rows.length - 1]);
  };

  // The earlier texts are unfolded here.
  editing.parts.push(({ panel, signal }) => {
    const fold = panel.querySelector("#history");
    const show = async () => {
      if (!fold.open || fold.querySelector(".history")) {
        return;
      }
      const answer = await fetch(fold.querySelector("a").href, { signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      fold.append(page.querySelector(".history") ?? "");
    };
    fold.addEventListener("toggle", () => show().catch(() => {})); // then its link leads there
  });

  open(Array.from(list.querySelectorAll(".row")));
  begin(current(), boxOf(current()).defaultValue, "");
  if (document.activeElement === document.body) {
    (document.getElementById("clash") ?? boxOf(current())).focus({ preventScroll: true });
  }
  current().scrollIntoView();
  watch();
})();
