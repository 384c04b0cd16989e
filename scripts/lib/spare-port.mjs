import net from "node:net";

/**
 * A port of loopback that was free a moment ago.
 * @returns {Promise<number>}
 */
export function sparePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address.port));
    });
  });
}
