package org.fazhi.warehouse.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which units are alike, of a table of three. */
class UnitClassesTest {

    @TempDir
    private Path root;

    private UnitClasses units(String sql) throws IOException {
        Files.createDirectories(root.resolve("schema"));
        Files.writeString(root.resolve("schema/12_dim_unit.sql"), sql);
        return UnitClasses.read(WarehouseFiles.of(root));
    }

    @Test
    void takesUnitsOfOneClassForAlike() throws IOException {
        UnitClasses units = units("CREATE TABLE dim_unit AS SELECT * FROM (VALUES ('件', 'thing'), ('个', 'thing'),"
                + " ('人', 'person')) AS unit(unit, observation_class)");
        assertThat(units.lists("件")).isTrue();
        assertThat(units.lists("匹")).isFalse();
        assertThat(units.areAlike("件", "个")).isTrue();
        assertThat(units.areAlike("件", "人")).isFalse();
        assertThat(units.areAlike("匹", "匹")).isTrue();
        assertThat(units.areAlike("匹", "件")).isFalse();
        assertThat(units.areAlike("匹", "头")).isFalse();
        assertThat(UnitClasses.none().areAlike("件", "个")).isFalse();
    }

    @Test
    void saysThatTheTableIsNone() {
        assertThatThrownBy(() -> units("CREATE TABLE other (n INTEGER)"))
                .isInstanceOf(WarehouseException.class)
                .hasMessageStartingWith("warehouse/schema/12_dim_unit.sql: expected the units, got: ");
    }
}
