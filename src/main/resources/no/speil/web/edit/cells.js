// A table is written cell by cell. Its Markdown stays in its box, which is hidden meanwhile: what is
// written in a cell goes there at once, and what else comes into the box the server parts into cells.
(() => {
  "use strict";

  const { editing } = globalThis.speil;
  if (!editing) {
    return;
  }
  // Code and what stands behind a backslash are left as they are; other bars and ticks are escaped.
  const MARKS = /\\.|(?<!`)(`+)(?!`).*?[^`]\1(?!`)|[|`]/g;
  const PAUSE = 150;
  const list = document.getElementById("rows");
  const made = new WeakMap(); // the Markdown that the cells of a grid say
  const last = new WeakMap(); // the cell of a grid that one was in
  const plain = new WeakSet(); // boxes that somebody wants to write Markdown in

  const gridOf = (box) => box.parentElement.querySelector(".celled");
  const boxOf = (grid) => grid.parentElement.querySelector(".box");
  const cellsOf = (grid) => Array.from(grid?.querySelectorAll(".box") ?? []);
  const line = (words) => words.replace(/\s+/g, " ").trim();
  const escaped = (words) => words.replace(MARKS, (mark) => (mark === "|" || mark === "`" ? `\\${mark}` : mark));

  const markdown = (grid) => {
    const cells = cellsOf(grid);
    const texts = cells.map((cell) => escaped(line(cell.value)));
    return texts.some((text) => text !== "")
      ? cells.map((cell, at) => cell.dataset.frame + texts[at]).join("") + grid.dataset.end
      : "";
  };

  const cellOf = (grid) => last.get(grid) ?? cellsOf(grid).find((cell) => cell.value === "") ?? cellsOf(grid)[0];

  // Where one writes what is in a box: the cell that one is in, or the box itself.
  editing.field = (box) => (box.hidden ? cellOf(gridOf(box)) : box);

  // Shows a row's cells instead of its box, if it has any; whatever leads to the box leads to them.
  editing.cover = (row) => {
    const box = row.querySelector(".box");
    const grid = box && gridOf(box);
    if (!grid || plain.has(box)) {
      return;
    }
    grid.hidden = false;
    const cells = cellsOf(grid);
    if (cells.length > 0) {
      const isIn = document.activeElement === box;
      cells.forEach((cell) => Object.assign(cell, { readOnly: box.readOnly }));
      made.set(grid, box.value);
      box.hidden = true;
      box.focus = (how) => grid.contains(document.activeElement) || cellOf(grid).focus(how);
      editing.grow(cells);
      if (isIn) {
        box.focus({ preventScroll: true });
      }
    }
  };
  const uncover = (box) => {
    const grid = gridOf(box);
    const isIn = grid.contains(document.activeElement);
    grid.hidden = true;
    box.hidden = false;
    delete box.focus;
    editing.grow([box]);
    if (isIn) {
      box.focus({ preventScroll: true });
    }
    if (editing.visit?.box === box) {
      tell(editing.visit);
    }
  };

  // Takes the grid of another form of a row; one is in the same cell as before.
  const take = (row, fresh) => {
    const grid = row.querySelector(".celled");
    const at = cellsOf(grid).indexOf(document.activeElement);
    grid.replaceWith(fresh);
    editing.cover(row);
    cellsOf(fresh)[at]?.focus({ preventScroll: true });
  };

  // What the server says of a row that nothing has been typed in.
  editing.renew = (row, fresh) => {
    const box = row.querySelector(".box");
    const [now, then] = [row, fresh].map((each) => each.querySelector(".celled"));
    const frames = (grid) => cellsOf(grid).flatMap(({ dataset }) => [dataset.markdown, dataset.frame]).join("\n");
    if (!now || !then) {
      now?.remove();
      box.hidden = false;
      delete box.focus;
      if (then) {
        box.after(then);
        editing.cover(row);
      }
    } else if (fresh.querySelector(".box").defaultValue !== box.value || frames(now) !== frames(then)) {
      box.value = fresh.querySelector(".box").defaultValue;
      take(row, then);
    }
  };

  // Asks the server for the cells of what is in the box.
  const ask = async ({ row, box, form, signal }) => {
    const text = box.value;
    const body = new URLSearchParams(new FormData(form));
    body.set("do", "preview");
    const answer = await fetch(`${form.action}?part=1`, { method: "POST", body, signal }).catch(() => null);
    if (!answer && !signal.aborted) {
      document.getElementById("unsaved").textContent = list.dataset.away;
    }
    const part = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
    const grid = part?.getElementById(row.id)?.querySelector(".celled");
    if (grid && box.value === text && !plain.has(box)) {
      take(row, grid);
      tell(editing.visit);
    }
  };

  // What is in the box was not written in the cells.
  const follow = (visit) => {
    const { box } = visit;
    const grid = gridOf(box);
    if (cellsOf(grid).length > 0 && !plain.has(box) && made.get(grid) !== box.value) {
      uncover(box);
      ask(visit);
    }
  };

  // Says in the help which cell it is of, and marks it in the original.
  const tell = (visit) => {
    const { row, box, panel } = visit;
    const table = panel.querySelector("#table");
    if (!table) {
      return;
    }
    const cell = box.hidden ? cellOf(gridOf(box)) : null;
    const button = table.querySelector("button");
    table.hidden = false;
    button.parentElement.previousElementSibling.hidden = !cell;
    button.textContent = cell ? button.dataset.markdown : button.dataset.cells;
    const place = panel.querySelector(".at b");
    place.dataset.whole ??= place.textContent;
    place.textContent = place.dataset.whole + (cell?.dataset.at ?? "");
    row.querySelector(".original .here")?.classList.remove("here");
    if (cell) {
      remember(visit, cell);
      const { rowIndex } = cell.closest("tr");
      const there = row.querySelectorAll(".original tr")[rowIndex];
      there?.cells[cell.parentElement.cellIndex]?.classList.add("here");
    }
  };

  // The memory beside a cell is of the cell.
  let remembering = 0;
  const remember = (visit, cell) => {
    const { row, form, panel, signal } = visit;
    clearTimeout(remembering);
    remembering = setTimeout(async () => {
      const address = `${document.documentElement.dataset.root}s/${row.id.slice(2)}/edit?cell=${cell.dataset.cell}`;
      const answer = await fetch(address, { signal }).catch(() => null);
      const part = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
      if (part && document.activeElement === cell) {
        const memory = part.querySelector(".memory");
        panel.querySelector(".memory")?.remove();
        if (memory) {
          form.after(memory);
          editing.offer(visit, memory);
        }
      }
    }, PAUSE);
  };

  list.addEventListener("input", ({ target }) => {
    const grid = target.closest(".celled");
    const { visit } = editing;
    if (grid) {
      const box = boxOf(grid);
      const text = markdown(grid);
      made.set(grid, text);
      box.value = text;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (visit?.box === target && target.hidden) {
      follow(visit);
    }
  });

  list.addEventListener("focusin", ({ target }) => {
    const grid = target.closest(".celled");
    if (grid && target.matches(".box")) {
      last.set(grid, target);
      if (editing.visit?.box === boxOf(grid)) {
        tell(editing.visit);
      }
    }
  });

  // A cell is one line.
  list.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (key === "Enter" && !event.isComposing && !event.ctrlKey && !event.altKey && !event.metaKey && target.matches(".celled .box")) {
      event.preventDefault();
      editing.replace(target, " ", target.selectionStart, target.selectionEnd);
    }
  });

  // Nothing is put into a cell while its text is being sent.
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (target.matches(".translation > .box")) {
        cellsOf(gridOf(target)).forEach((cell) => Object.assign(cell, { readOnly: target.readOnly }));
      }
    }
  }).observe(list, { subtree: true, attributeFilter: ["readonly"] });

  editing.parts.push((visit) => {
    const { row, box, panel, signal } = visit;
    const button = panel.querySelector("#table button");
    follow(visit);
    tell(visit);
    signal.addEventListener("abort", () => row.querySelector(".original .here")?.classList.remove("here"));
    button?.addEventListener(
      "click",
      () => {
        if (box.hidden) {
          plain.add(box);
          uncover(box);
          box.focus();
        } else {
          plain.delete(box);
          ask(visit);
        }
      },
      { signal },
    );
  });
})();
