// Leaves V8's code cache of a bundle in NODE_COMPILE_CACHE. Usage: node compile.mjs BUNDLE
await import(process.argv[2]);
process.exit();
