@org.jspecify.annotations.NullMarked
package heed.assurance.peerreview;
