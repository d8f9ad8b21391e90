package org.fazhi.reading.strip;

/**
 * One block element of a page with what it holds; hidden parts are left out, and white space is not counted. Filled while
 * the page is rendered.
 */
final class PageElement {

    /** Index of the enclosing block element in document order, -1 for the body. */
    final int parent;

    /** The known container it is, such as {@code #UCAP-CONTENT}; empty for any other element. */
    final String knownAs;

    final int startLine;
    int endLine;
    int characters;
    int tags;
    int linkCharacters;
    int linkTags;

    PageElement(int parent, String knownAs, int startLine) {
        this.parent = parent;
        this.knownAs = knownAs;
        this.startLine = startLine;
        this.endLine = startLine;
    }
}
