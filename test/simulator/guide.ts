import { SIMULATOR_PORT } from '../../nodes/amazon/tables/simulator';

export const USAGE = `Usage: npm run simulator -- [--port ${SIMULATOR_PORT}] [--feed-delay-ms 3000] [--order-every-s 0] [--no-limits] [--mishaps] [--help]`;

/** What `--help` prints: how to start it, what is simulated and what is not, and how unkind it is by itself. */
export const GUIDE = `${USAGE}

  --port N            where it listens, on this machine only
  --feed-delay-ms N   from createFeed to DONE
  --order-every-s N   one more order each time; 0: only those at the start
  --no-limits         no rate limits
  --mishaps           what Amazon does at random to feeds and changes, about as often as people tell

Simulated
  Login with Amazon; Sellers v1 (participations); Feeds 2021-06-30 with its documents; Listings Items 2021-08-01;
  Orders 2026-01-01; of Orders v0 the two operations that ship; Reports 2021-06-30 with its schedules and documents;
  Tokens 2021-03-01. Reports of listings, orders, returns, stock, sales, and settlements that come by themselves; of
  any other type a test, or POST /simulator/sellers/<id>/reports, gives the document. Feeds that are carried out: JSON_LISTINGS_FEED and the
  three XML feeds about orders. Amazon's rate limits, and five listings feeds in five minutes.

Not simulated
  Every other address of Amazon's, and every other feed type that lives, answers 501 with the code NotSimulated.
  Feeds of a type that Amazon has retired end FATAL, as they do there. Product types are a handful of names: their
  schemas with their hundreds of conditions are not here, so what passes here may still be refused by Amazon.
  Listings have no images, no competition and no buy box; issueLocale changes no language.

Unkind by itself, as Amazon is
  A feed with a wrong header is DONE, and nothing of it counted. Listings feeds of a seller wait for one another.
  A change to a SKU that does not exist is a success that changes nothing. A sale above the price, or a price outside
  the seller's own bounds, is a success too, and stands in the listing's issues later. A product type or an attribute
  that none knows, and a full listing that lacks what its type requires, are INVALID.
  A report without data is CANCELLED, one that comes too soon after another is FATAL and does not say why. Listings
  reports in Europe are written in Cp1252, with ? for every letter that it lacks. A restricted document opens only for
  a token that names it.
  Listings are shown by searches up to a thousand; orders only after two minutes; presigned addresses live five.

Unkind when told so, in tests or by POST /simulator/faults
  feed-stuck, feed-without-report, report-omits, false-success, feed-fatal, feed-cancelled: mostly rare, and whoever
  tries a workflow for ten minutes would take them for a mistake of their own. report-stuck, report-fatal,
  report-cancelled, report-document (cut off, wrong flags, charsets, headers ...). Lost answers, resets, cut and slow
  bodies, wrong content types, expired tokens and addresses, repeated pages, a wrong clock, an Amazon that is down.
  Stricter than Amazon mostly is: seed.unknownSku and seed.semanticFault "reject", to see refusals at once.

Its own pages
  /simulator shows its state. /simulator/... takes JSON ("content-type: application/json") of this machine only.`;
