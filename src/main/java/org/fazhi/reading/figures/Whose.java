package org.fazhi.reading.figures;

/** Whose the numbers under a head are, as far as it tells. */
enum Whose {
    /** The reporting body's, as nothing else is said. */
    OWN,
    /** Another place's, or a share, a score or a weight, which counts nothing. */
    OTHERS,
    /** A place in an order, and no figure. */
    RANK
}
