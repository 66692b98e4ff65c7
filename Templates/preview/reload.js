// The preview's script: it keeps an open page the same as the file that it shows. It is put into pages as they are served;
// the files of the site never have it.
(() => {
  "use strict";
  const script = document.currentScript;
  // What the server says of the page: `page`, its validator; `missing`, that it is the one for what is not there; `ribbon`
  // `words` and `moment`, that readers do not see it; `unreleased`, which of its links lead to such pages; `always`, that it is the preview's own.
  let marks = { ...script.dataset };
  const root = "/.warraq/";
  const scrollKey = "warraq-scroll";
  let session = "";
  let last = 0;
  let isLeaving = false;
  let words;

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

  // What a page stands on besides its text. Where it is another, or scripts run in the page, it has to be loaded anew.
  const isMine = (element) => element.localName === "script" && pathOf(element.src || "/") === script.getAttribute("src");
  const footing = (page) => {
    const parts = [...page.querySelectorAll("link[rel~=stylesheet], link[rel=preload], style, script:not([type$=json])")];
    const { lang, dir, className } = page.documentElement;
    const address = (part) => part.href || part.src;
    const sources = parts.filter((part) => !isMine(part))
      .map((part) => address(part) ? [part.rel, new URL(address(part), location.href).pathname] : part.outerHTML);
    return JSON.stringify([lang, dir, className, sources]);
  };
  const isText = (element) => !element.matches("link[rel~=stylesheet], link[rel=preload], style, script:not([type$=json])");

  // Puts what the server has now in the place of what is shown, as a reload would, but at once and without moving.
  const renew = async () => {
    const answer = await fetch(location.href, { cache: "no-store" });
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    const mine = [...next.scripts].find(isMine);
    const hasScripts = [...document.scripts].some((element) => !isMine(element) && !/json$/.test(element.type));
    if (!mine || hasScripts || footing(next) !== footing(document)) return reload();
    const [x, y] = [scrollX, scrollY];
    for (const element of [...document.head.children].filter(isText)) element.remove();
    document.head.append(...[...next.head.children].filter(isText));
    document.body.replaceWith(next.body);
    scrollTo({ left: x, top: y, behavior: "instant" });
    marks = { ...mine.dataset };
    showRibbon();
    showBadges();
    showTools(words);
  };
  let renewal = Promise.resolve();
  const follow = () => { renewal = renewal.then(renew).catch(() => { /* the server is away; it will tell when it is back */ }); };

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
      if (marks.always === undefined && tag !== marks.page) follow();
    } catch { /* the server is away; it will tell when it is back */ }
  };

  const take = (changed) => {
    const paths = new Set(changed.map(plain));
    const used = [...document.querySelectorAll("script[src], img[src], video[src], audio[src]")];
    const sources = used.map((element) => pathOf(element.currentSrc || element.src));
    if (sources.some((path) => paths.has(path))) return reload();
    if (paths.has(plain(location.pathname))) follow();
    // A story that readers see no more has another badge here, in a list that is the same.
    else if ([...document.links].some((link) => paths.has(pathOf(link.href)))) check();
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

  // Digits run from left to right in any text.
  const say = (place, words, moment) => {
    place.append(words);
    if (!moment) return;
    const digits = document.createElement("bdi");
    digits.dir = "ltr";
    digits.textContent = moment;
    place.append(" ", digits);
  };

  const showRibbon = () => {
    document.querySelector("warraq-ribbon")?.remove();
    if (!marks.ribbon) return;
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
    say(line, marks.words, marks.moment);
    shadow.append(line);
    host.dataset.kind = marks.ribbon;
    document.documentElement.append(host);
  };

  // In lists, what readers do not see has a word behind its headline.
  const showBadges = () => {
    for (const badge of document.querySelectorAll("warraq-badge")) badge.remove();
    const lines = (marks.unreleased || "").split("\n");
    const badges = new Map();
    for (let index = 0; index + 2 < lines.length; index += 3) badges.set(lines[index], lines.slice(index + 1, index + 3));
    if (badges.size === 0) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host { display: inline-block; margin-inline-start: .5em; padding-inline: .5em; border: 1px solid #b78a00;
              border-radius: .25em; background: #ffd75e; color: #221a00; font: 600 .8125rem/1.6 system-ui, sans-serif;
              white-space: nowrap; vertical-align: middle; }
      @media print { :host { display: none; } }`);
    for (const link of document.links) {
      const badgeOf = badges.get(link.getAttribute("href"));
      if (!badgeOf || !link.textContent.trim() || pathOf(link.href) === plain(location.pathname)) continue;
      const badge = document.createElement("warraq-badge");
      const shadow = badge.attachShadow({ mode: "open" });
      shadow.adoptedStyleSheets = [sheet];
      say(shadow, ...badgeOf);
      link.append(badge);
    }
  };

  // The way to the desk, and from a story to what it was made of.
  const showTools = ({ desk, source }) => {
    document.querySelector("warraq-tools")?.remove();
    if (window.top !== window || marks.always !== undefined) return;
    const host = document.createElement("warraq-tools");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host { position: fixed; inset-block-end: .75rem; inset-inline-end: .75rem; z-index: 2147483645; }
      a { display: inline-block; margin-inline-start: .35rem; padding: .3rem .8rem; border: 1px solid #8888; border-radius: 1rem;
          background: #fffe; color: #222; font: .85rem/1.5 system-ui, sans-serif; text-decoration: none; }
      a:hover, a:focus-visible { background: #222; color: #fff; }
      @media print { :host { display: none; } }`);
    const shadow = host.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    const add = (href, text) => {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = text;
      shadow.append(link);
    };
    if (marks.story !== undefined) add("?source", source);
    add(`${root}desk/`, desk);
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
    words = news.words;
    showTools(words);
    document.documentElement.dataset.warraqBuild = last;
    if (marks.always !== undefined) return isFirst ? undefined : reload();
    if (isNext && news.changed && marks.missing === undefined) return take(news.changed);
    if (!isFirst && !isNext) swapStyles();
    check();
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
  showBadges();
  listen();
})();
