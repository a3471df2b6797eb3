#!/usr/bin/env node
process.argv[1] = __filename;
import('./index.js');
