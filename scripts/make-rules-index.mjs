#!/usr/bin/env node
// The index is written together with the routes, so that the two cannot drift apart.
import './make-routes.mjs';
