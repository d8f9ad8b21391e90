package org.fazhi.warehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import org.fazhi.harvest.source.Region;
import org.fazhi.warehouse.Home;
import org.fazhi.warehouse.store.TableWriter;
import org.fazhi.warehouse.store.WarehouseException;
import org.fazhi.warehouse.store.WarehouseFiles;
import org.fazhi.warehouse.store.WorkingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few rows of each form that the tables of regions have. */
class RegionTableTest {

    private static final String HEAD = "代码,一级行政区,二级行政区,名称,级别,状态,启用时间,变更/弃用时间,新代码\n";

    @TempDir
    private Path root;

    private Path real;
    private Path fictional;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(root.resolve("schema"));
        real = Files.createDirectories(root.resolve("region")).resolve("gb2260-1981-2024.csv");
        fictional = root.resolve("region/fictional.csv");
        Files.writeString(real, HEAD + """
                980000,远山省,,远山省,省级,在用,1981,,
                980100,远山省,远山市,远山市,地级,在用,1981,,
                980101,远山省,远山市,东关区,县级,弃用,1981,2010,980102;980103

                980102,远山省,直辖,西关区,县级,在用,1983,,980101[1992]
                """);
    }

    private RegionTable table() {
        return new RegionTable(WarehouseFiles.of(root));
    }

    @Test
    void writesRealRegionsAndFictionalOnes() throws Exception {
        Files.writeString(fictional, """
                code,name,level,province_code,province_name,prefecture_name
                990000,青岚省,province,990000,青岚省,
                990100,云溪市,prefecture,990000,青岚省,云溪市
                990101,云溪县,county,990000,青岚省,云溪市
                """);
        try (WorkingFile file =
                WorkingFile.open(root.resolve("home/x.duckdb"), root.resolve("spill"), Home.SETTINGS, List.of())) {
            file.execute(WarehouseFiles.of(Path.of("warehouse")).text("schema/11_dim_region.sql"));
            try (TableWriter writer = new TableWriter(file.connection(), "dim_region")) {
                assertThat(table().load(writer)).isEqualTo(7);
                writer.flush();
            }
            assertThat(rows(file))
                    .containsExactly(
                            "980000-1981|980000|远山省|province|980000|远山省|-|1981|-|[]|[]|false|true",
                            "980100-1981|980100|远山市|prefecture|980000|远山省|-|1981|-|[]|[]|false|true",
                            "980101-1981|980101|东关区|county|980000|远山省|远山市|1981|2010|[980102, 980103]|[]|false|true",
                            "980102-1983|980102|西关区|county|980000|远山省|-|1983|-|[]|[980101]|false|true",
                            "990000-1981|990000|青岚省|province|990000|青岚省|-|1981|-|[]|[]|true|true",
                            "990100-1981|990100|云溪市|prefecture|990000|青岚省|-|1981|-|[]|[]|true|true",
                            "990101-1981|990101|云溪县|county|990000|青岚省|云溪市|1981|-|[]|[]|true|true");
        }
        assertThat(table().regions()).hasSize(7).element(6).satisfies(region -> {
            assertThat(region.code()).isEqualTo("990101");
            assertThat(region.level()).isEqualTo("county");
            assertThat(region.validFrom()).isEqualTo(1981);
        });
    }

    private static List<String> rows(WorkingFile file) throws SQLException {
        return Home.rows(
                file.connection(),
                "SELECT region_key, region_code, region_name, region_level, province_code, province_name, prefecture_name,"
                        + " valid_from_year, valid_to_year, successor_codes::VARCHAR, split_codes::VARCHAR, is_fictional,"
                        + " is_listed FROM dim_region ORDER BY region_code");
    }

    @Test
    void givesTheRegionsThatNamesAreLookedUpIn() {
        List<Region> regions = table().regions();
        assertThat(regions).hasSize(4);
        assertThat(regions.get(2))
                .isEqualTo(new Region(
                        "980101",
                        "东关区",
                        "county",
                        "远山省",
                        "远山市",
                        1981,
                        OptionalInt.of(2010),
                        List.of(
                                new Region.Successor("980102", OptionalInt.empty()),
                                new Region.Successor("980103", OptionalInt.empty()))));
        assertThat(regions.get(1).level()).isEqualTo("prefecture");
    }

    @Test
    void saysWhichLineIsNoRegion() throws IOException {
        for (String line : List.of("980104,远山省,远山市,南关区,县级,在用,1981,", "98010,远山省,远山市,南关区,县级,在用,1981,,")) {
            Files.writeString(real, HEAD + "\n" + line + "\n");
            assertThatThrownBy(() -> table().regions())
                    .isInstanceOf(WarehouseException.class)
                    .hasMessage("warehouse/region/gb2260-1981-2024.csv:3: expected 9 cells with a code of six digits"
                            + " first, got " + line);
        }
    }
}
