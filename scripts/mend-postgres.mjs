// Run by npm after every install. The driver's 3.4.9 does not survive a connection that is lost within a transaction:
// see docs/decisions/006-a-mended-driver.md.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

const mendings = {
  "connection.js": [
    // The socket is gone, but its last write had been put off to the next tick: it threw outside of any promise.
    [
      "  function nextWrite(fn) {\n    const x = socket.write(chunk, fn)\n",
      `  function nextWrite(fn) {
    if (socket === null) {
      clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options))
      return false
    }
    const x = socket.write(chunk, fn)
`,
    ],
    // What was put off must not be remembered by the next connection, which would never write again.
    [
      "    incomings = null\n    clearImmediate(nextWriteTimer)\n",
      "    incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n",
    ],
    // A query that was already told of the loss counted as under way, so that the pool could never be ended; and the
    // server's last words to it were told once more to the first query of the next connection.
    [
      "    closedTime = performance.now()\n    hadError",
      "    query = results = errorResponse = null\n    closedTime = performance.now()\n    hadError",
    ],
    // A connection lost while it is being opened is opened again; that its list of types had failed ended our process.
    ["        return fetchArrayTypes()\n", "        return fetchArrayTypes().catch(() => {})\n"],
  ],
  "index.js": [
    // The rest of a transaction whose connection is gone ran on whatever connection came next, outside of a transaction.
    [
      "      , connection\n      , prepare = null\n",
      "      , connection\n      , gone = null\n      , prepare = null\n",
    ],
    ["connection.onclose = reject)\n", "connection.onclose = e => reject(gone = e))\n"],
    [
      "        q.catch(e => uncaughtError || (uncaughtError = e))\n        c.queue",
      "        q.catch(e => uncaughtError || (uncaughtError = e))\n        if (gone)\n          return q.reject(gone)\n        c.queue",
    ],
  ],
};

for (const edition of ["src", "cjs/src"]) {
  for (const [name, pairs] of Object.entries(mendings)) {
    const file = join(root, "node_modules/postgres", edition, name);
    const before = readFileSync(file, "utf8");
    const after = pairs.reduce(mend, before);
    if (after !== before) writeFileSync(file, after);
  }
}

function mend(source, [broken, mended]) {
  if (source.includes(mended)) return source;
  if (!source.includes(broken)) throw new Error("This version of the postgres driver reads differently: look again.");
  return source.replace(broken, () => mended);
}
