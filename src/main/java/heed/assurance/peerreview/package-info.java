/** Peers ask about a return and rate it, a panel decides, the board agrees; and what reviewers from outside found. */
@org.springframework.modulith.NamedInterface("peerreview")
@org.jspecify.annotations.NullMarked
package heed.assurance.peerreview;
