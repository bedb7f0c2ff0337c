package heed.assurance.importing;

import java.time.Instant;
import java.util.UUID;

/**
 * A correction as it is kept.
 *
 * @param n          its place among those of the paper, from 1
 * @param by         who made it
 * @param at         when
 * @param correction what it says
 */
record MadeCorrection(int n, UUID by, Instant at, Correction correction) {
}
