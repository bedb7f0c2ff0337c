/** What every page is made of: the frame, the parts, and how a template becomes a response. */
@org.jspecify.annotations.NullMarked
package heed.platform.web;
