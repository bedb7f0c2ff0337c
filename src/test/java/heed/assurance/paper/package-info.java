/** Tests of reading papers. Papers and councils in it are invented. */
@org.jspecify.annotations.NullMarked
package heed.assurance.paper;
