@org.jspecify.annotations.NullMarked
package heed.assurance.check;
