// Holds the one connection to the preview's server, for all pages that are open in a browser.
"use strict";
const ports = new Set();
let news;

const listen = () => {
  const stream = new EventSource("/.warraq/events");
  stream.onmessage = (event) => {
    news = JSON.parse(event.data);
    for (const port of ports) port.postMessage(news);
  };
  // A browser tries again by itself, but not where something else has answered meanwhile.
  stream.onerror = () => { if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 500); };
};

self.onconnect = ({ ports: [port] }) => {
  ports.add(port);
  port.onmessage = () => ports.delete(port);
  if (news) port.postMessage(news);
};

listen();
