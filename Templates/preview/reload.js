// The preview's script: it keeps an open page the same as the file that it shows. It is put into pages as they are served;
// the files of the site never have it.
(() => {
  "use strict";
  const script = document.currentScript;
  const { page, missing, ribbon, words, always } = script.dataset;
  const root = "/.warraq/";
  const scrollKey = "warraq-scroll";
  let session = "";
  let last = 0;
  let isLeaving = false;

  const plain = (path) => {
    try { path = decodeURIComponent(path); } catch { /* it stays as it is */ }
    return path.normalize("NFC").replace(/\/index\.html$/, "/");
  };
  const pathOf = (address) => {
    const url = new URL(address, location.href);
    return url.origin === location.origin ? plain(url.pathname) : "";
  };

  // Where the reader was, over a reload.
  const keepPlace = () => {
    sessionStorage.setItem(scrollKey, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY }));
  };
  const findPlace = () => {
    const place = JSON.parse(sessionStorage.getItem(scrollKey) || "null");
    sessionStorage.removeItem(scrollKey);
    if (!place || place.path !== location.pathname) return;
    const go = () => scrollTo({ left: place.x, top: place.y, behavior: "instant" });
    go();
    if (document.readyState !== "complete") addEventListener("load", go, { once: true });
  };
  const reload = () => {
    if (isLeaving) return;
    isLeaving = true;
    keepPlace();
    location.reload();
  };

  // Another version of each stylesheet, beside the old one until it has come.
  const swapStyles = () => {
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      if (!pathOf(link.href) || link.dataset.leaving) continue;
      const next = link.cloneNode();
      const url = new URL(link.href);
      url.searchParams.set("build", `${session}-${last}`);
      next.href = url.href;
      next.addEventListener("load", () => link.remove());
      next.addEventListener("error", () => { next.remove(); delete link.dataset.leaving; });
      link.dataset.leaving = "";
      link.after(next);
    }
  };

  // Asks for the page without taking it: does it still have the validator that it was served with?
  const check = async () => {
    try {
      const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
      const tag = (answer.headers.get("ETag") || "").replaceAll('"', "");
      if (always === undefined && tag !== page) reload();
    } catch { /* the server is away; it will tell when it is back */ }
  };

  const follow = (changed) => {
    const paths = new Set(changed.map(plain));
    const used = [...document.querySelectorAll("script[src], img[src], video[src], audio[src]")];
    const sources = used.map((element) => pathOf(element.currentSrc || element.src));
    if (paths.has(plain(location.pathname)) || sources.some((path) => paths.has(path))) return reload();
    if (changed.some((path) => /\.(css|woff2?|ttf|otf)$/.test(path))) swapStyles();
  };

  // What is wrong stands over the last good page, and goes when it is mended.
  const showTrouble = async (news) => {
    let host = document.querySelector("warraq-trouble");
    if (!news.trouble) return host && host.remove();
    const answer = await fetch(`${root}overlay`, { cache: "no-store" });
    const markup = answer.status === 200 ? await answer.text() : "";
    if (news.build !== last) return;
    host = document.querySelector("warraq-trouble");
    if (!markup) return host && host.remove();
    if (!host) {
      host = document.createElement("warraq-trouble");
      host.attachShadow({ mode: "open" });
      document.documentElement.append(host);
    }
    const before = host.shadowRoot.querySelector("details");
    const title = (details) => details?.querySelector("summary")?.textContent;
    const sheet = before ? "" : `<link rel="stylesheet" href="${root}desk.css">`;
    const template = document.createElement("template");
    template.innerHTML = sheet + markup;
    const details = template.content.querySelector("details");
    // What a person closed stays closed while it says the same.
    if (details && before && title(details) === title(before)) details.open = before.open;
    const place = before?.scrollTop ?? 0;
    if (before) before.replaceWith(template.content); else host.shadowRoot.replaceChildren(template.content);
    if (details) details.scrollTop = place;
  };

  const showRibbon = () => {
    if (!ribbon) return;
    const host = document.createElement("warraq-ribbon");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host { position: fixed; inset-block-start: 0; inset-inline: 0; z-index: 2147483646; pointer-events: none; }
      p { margin: 0; padding: .35em 1em; font: 600 .95rem/1.5 system-ui, sans-serif; text-align: center;
          background: #ffd75e; color: #221a00; border-block-end: 2px solid #b78a00; }
      @media print { :host { display: none; } }`);
    const shadow = host.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    const line = document.createElement("p");
    line.textContent = words;
    shadow.append(line);
    host.dataset.kind = ribbon;
    document.documentElement.append(host);
  };

  const hear = (news) => {
    const isFirst = session === "";
    const isKnown = session === news.session && last === news.build;
    const isNext = session === news.session && last + 1 === news.build;
    session = news.session;
    last = news.build;
    showTrouble(news);
    if (isKnown) return;
    document.documentElement.dataset.warraqBuild = last;
    if (always !== undefined) return isFirst ? undefined : reload();
    if (isNext && news.changed && missing === undefined) return follow(news.changed);
    if (!isFirst && !isNext) swapStyles();
    if (isFirst || !isNext || missing !== undefined || !news.changed) check();
  };

  // One connection serves all open pages: browsers open six to a server and no more.
  const listen = () => {
    if (!window.SharedWorker) {
      const stream = new EventSource(`${root}events`);
      stream.onmessage = (event) => hear(JSON.parse(event.data));
      return;
    }
    const { port } = new SharedWorker(`${root}worker.js`, "warraq");
    port.onmessage = (event) => hear(event.data);
    addEventListener("pagehide", () => port.postMessage("gone"));
  };
  addEventListener("pageshow", (event) => { if (event.persisted) reload(); });

  findPlace();
  showRibbon();
  listen();
})();
