package org.fazhi.warehouse.release;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Reads Parquet files with Apache's own library for Java, without DuckDB. */
final class ParquetRows {

    private final Map<String, String> types = new TreeMap<>();
    private final List<Map<String, Object>> rows = new ArrayList<>();

    private ParquetRows() {}

    /** Reads all files; every one must have the same columns in the same types. */
    static ParquetRows of(List<Path> files) {
        ParquetRows read = new ParquetRows();
        for (Path file : files) {
            read.add(file);
        }
        return read;
    }

    List<Map<String, Object>> rows() {
        return rows;
    }

    /** Logical type of each column, as Parquet names it; its physical type where it has none. */
    Map<String, String> types() {
        return types;
    }

    private void add(Path file) {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ZstandardAlone())
                .build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            for (Type field : schema.getFields()) {
                String type = type(field);
                String former = types.putIfAbsent(field.getName(), type);
                if (former != null && !former.equals(type)) {
                    throw new AssertionError(file + ": " + field.getName() + ": " + former + " and " + type);
                }
            }
            MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> records = columns.getRecordReader(pages, new GroupRecordConverter(schema));
                for (long i = 0; i < pages.getRowCount(); i++) {
                    rows.add(row(records.read()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": not readable", e);
        }
    }

    private static String type(Type field) {
        LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
        if (logical != null) {
            return logical.toString();
        }
        return field.asPrimitiveType().getPrimitiveTypeName().toString();
    }

    private static Map<String, Object> row(Group group) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (Type field : group.getType().getFields()) {
            if (group.getFieldRepetitionCount(field.getName()) > 0) {
                row.put(field.getName(), value(group, field));
            }
        }
        return row;
    }

    private static Object value(Group group, Type field) {
        String name = field.getName();
        if (!field.isPrimitive()) {
            Group list = group.getGroup(name, 0);
            List<Object> elements = new ArrayList<>();
            Type repeated = list.getType().getType(0);
            for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
                elements.add(list.getGroup(0, i).getString(0, 0));
            }
            return repeated.isPrimitive() ? List.of() : elements;
        }
        LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
        return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
            case BOOLEAN -> group.getBoolean(name, 0);
            case DOUBLE -> group.getDouble(name, 0);
            case INT32 ->
                logical instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation
                        ? LocalDate.ofEpochDay(group.getInteger(name, 0))
                        : (Object) group.getInteger(name, 0);
            case INT64 -> group.getLong(name, 0);
            case FIXED_LEN_BYTE_ARRAY ->
                new BigDecimal(
                        new BigInteger(group.getBinary(name, 0).getBytes()),
                        ((DecimalLogicalTypeAnnotation) logical).getScale());
            default -> group.getString(name, 0);
        };
    }

    /** The one codec that the mirror uses; the library's own codecs want Hadoop. */
    private static final class ZstandardAlone implements CompressionCodecFactory {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException("nothing is written");
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            if (codec != CompressionCodecName.ZSTD) {
                throw new AssertionError("expected zstd, got " + codec);
            }
            return new BytesInputDecompressor() {
                @Override
                public BytesInput decompress(BytesInput bytes, int size) throws IOException {
                    return BytesInput.from(Zstd.decompress(bytes.toByteArray(), size));
                }

                @Override
                public void decompress(ByteBuffer in, int compressedSize, ByteBuffer out, int size) {
                    byte[] compressed = new byte[compressedSize];
                    in.get(compressed);
                    out.put(Zstd.decompress(compressed, size));
                }

                @Override
                public void release() {}
            };
        }

        @Override
        public void release() {}
    }
}
