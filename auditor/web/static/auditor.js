// Makes the pages quicker. Everything works without it.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const main = () => document.getElementById("main");

  // --- pages fetched and put in place -----------------------------------------------------

  async function fetched(address) {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(String(answer.status));
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  function swapMain(page) {
    const fresh = page.getElementById("main");
    main().replaceWith(fresh);
    document.title = page.title;
    dress(fresh);
  }

  const wait = (ms) => new Promise((done) => setTimeout(done, ms));

  // --- an audit at work: ask the API, swap when something is new --------------------------

  async function poll() {
    while (main().dataset.poll) {
      await wait(document.hidden ? 3000 : 800);
      try {
        const answer = await fetch(main().dataset.poll);
        const audit = await answer.json();
        const state = `${audit.status}/${audit.steps_done}/${audit.stage}`;
        if (answer.ok && state === main().dataset.state) continue;
        const page = await fetched(location.href);
        if (page.getElementById("main").dataset.poll) {
          const [now, then] = [main(), page.getElementById("main")];
          now.dataset.state = then.dataset.state;
          // The live region stays where it is, so that its new words are read out.
          for (const part of ["label", "progress", "[role=status]"]) {
            const [old, fresh] = [now, then].map((m) => m.querySelector(`.progress ${part}`));
            if (part === "progress") { old.max = fresh.max; old.value = fresh.value; }
            else old.textContent = fresh.textContent;
          }
          const [old, fresh] = [now, then].map((m) => m.querySelector("section"));
          if (fresh && old) old.replaceWith(fresh);
          else if (fresh) now.append(fresh);
        } else {
          swapMain(page);
          main().focus();
        }
      } catch {
        await wait(3000);
      }
    }
  }

  async function reload() {
    while (main().dataset.reload) {
      await wait(Number(main().dataset.reload));
      if (document.hidden || main().contains(document.activeElement)) continue;
      try { swapMain(await fetched(location.href)); } catch { await wait(3000); }
    }
  }

  // --- filters without a reload -----------------------------------------------------------

  async function choose(address) {
    const page = await fetched(address);
    const wanted = document.activeElement?.textContent;
    for (const part of [".the-text", ".panels"]) {
      const fresh = page.querySelector(part);
      if (fresh) document.querySelector(part)?.replaceWith(fresh);
    }
    dress(main());
    return all("[data-filter]").find((link) => link.textContent === wanted);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-filter]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const fromPanel = link.closest(".panels");
    choose(link.href).then((same) => {
      history.pushState({ filter: true }, "", link.href);
      const text = document.querySelector(".the-text");
      if (fromPanel) { text.scrollIntoView(); text.focus({ preventScroll: true }); }
      else same?.focus({ preventScroll: true });
    }, () => location.assign(link.href));
  });
  addEventListener("popstate", () => {
    if (document.querySelector(".the-text")) choose(location.href).catch(() => location.reload());
  });

  // --- notes beside the text --------------------------------------------------------------

  const refs = () => all(".draft .ref");
  const noteOf = (ref) => document.getElementById(ref.getAttribute("href").slice(1));

  function show(ref) {
    const note = noteOf(ref);
    if (!note) return;
    all(".current").forEach((one) => one.classList.remove("current"));
    note.classList.add("current");
    ref.classList.add("current");
    all("mark").filter((mark) => mark.dataset.notes.split(" ").includes(ref.dataset.n))
      .forEach((mark) => mark.classList.add("current"));
    const column = note.closest(".notes");
    if (getComputedStyle(column).position === "sticky") {
      column.scrollTop += note.getBoundingClientRect().top - ref.getBoundingClientRect().top;
    }
  }

  function step(by) {
    const list = refs();
    if (!list.length) return;
    const here = list.findIndex((ref) => ref.classList.contains("current"));
    const next = list[here < 0 ? (by > 0 ? 0 : list.length - 1) : (here + by + list.length) % list.length];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
    show(next);
  }

  document.addEventListener("click", (event) => {
    const ref = event.target.closest(".draft .ref");
    if (ref) {
      show(ref);
      const column = noteOf(ref)?.closest(".notes");
      if (column && getComputedStyle(column).position === "sticky") {
        event.preventDefault();
        noteOf(ref).focus({ preventScroll: true });
      }
      return;
    }
    const mark = event.target.closest(".draft mark");
    if (mark && !String(getSelection())) {
      const number = mark.dataset.notes.split(" ").at(-1);
      const own = refs().find((one) => one.dataset.n === number);
      if (own) show(own);
    }
  });

  // The keys work only while the focus is in the text section, so they never get in the way.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!event.target.closest?.(".the-text")) return;
    const onRef = event.target.matches(".ref");
    if (event.key === "n" || (onRef && event.key === "ArrowRight")) step(1);
    else if (event.key === "p" || (onRef && event.key === "ArrowLeft")) step(-1);
    else return;
    event.preventDefault();
  });

  // --- buttons that only make sense with a script -----------------------------------------

  function button(words, className, action) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = className;
    made.textContent = words;
    made.addEventListener("click", () => action(made));
    return made;
  }

  function dress(root) {
    if (navigator.clipboard) {
      all(".copy:not([data-dressed])", root).forEach((words) => {
        words.dataset.dressed = "1";
        const copy = button("Copy", "copy-button", async (self) => {
          await navigator.clipboard.writeText(words.textContent.trim());
          self.firstChild.textContent = "Copied";
          setTimeout(() => { self.firstChild.textContent = "Copy"; }, 2000);
        });
        const what = document.createElement("span");
        what.className = "hidden";
        what.textContent = ` ${words.textContent.trim().slice(0, 60)}`;
        copy.append(what);
        words.after(copy);
      });
    }
    const text = root.querySelector(".the-text:not([data-dressed])");
    if (text && refs().length > 1) {
      text.dataset.dressed = "1";
      let tools = text.querySelector(".tools");
      if (!tools) {
        tools = document.createElement("p");
        tools.className = "tools";
        text.querySelector(".side-by-side").before(tools);
      }
      tools.prepend(
        button("Previous finding", "step-button", () => step(-1)),
        button("Next finding", "step-button", () => step(1)),
      );
    }
    const actions = root.querySelector(".actions:not([data-dressed])");
    if (actions) {
      actions.dataset.dressed = "1";
      actions.append(button("Print", "step-button", () => print()));
    }
  }

  document.getElementById("summary")?.focus();
  dress(document);
  poll();
  reload();
})();
