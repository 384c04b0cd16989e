/// <reference types="@remix-run/node" />
import { brotliCompressSync, gzipSync } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import { NodePackageImporter } from "sass";
import { defineConfig, type Plugin } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixOptions from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Packs the style sheet as tightly as it goes, once: packing while serving is looser and costs every time. */
const packedStyles: Plugin = {
  name: "packed-styles",
  enforce: "post",
  apply: "build",
  generateBundle(_options, bundle) {
    for (const [fileName, file] of Object.entries(bundle)) {
      if (file.type !== "asset" || !fileName.endsWith(".css")) continue;
      const source = Buffer.from(file.source);
      this.emitFile({ type: "asset", fileName: `${fileName}.br`, source: brotliCompressSync(source) });
      this.emitFile({ type: "asset", fileName: `${fileName}.gz`, source: gzipSync(source, { level: 9 }) });
    }
  },
};

export default defineConfig({
  build: { target: "es2022", assetsInlineLimit: 0 },
  css: {
    preprocessorOptions: { scss: { importers: [new NodePackageImporter()], quietDeps: true } },
  },
  plugins: [remix(remixOptions), tsconfigPaths(), packedStyles],
});
