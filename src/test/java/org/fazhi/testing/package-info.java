/** What tests of several wings share: seeded cases, and the material that lies beside the repository. */
package org.fazhi.testing;
