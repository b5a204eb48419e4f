#include "house/elffile.h"

#include <QFile>

#include <elf.h>

#include <algorithm>
#include <cstring>
#include <limits>

namespace finhub::house {

namespace {
/// The bytes of a file as the structures that lie in it. What would lie outside reads as zeros.
class Image {
public:
    explicit Image(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

    template <typename T>
    T at(quint64 offset) const
    {
        T value{};
        if (offset <= size() && sizeof(T) <= size() - offset)
            std::memcpy(&value, m_bytes.constData() + offset, sizeof(T));
        return value;
    }

    QByteArray text(quint64 offset) const
    {
        return offset < size() ? QByteArray(m_bytes.constData() + offset) : QByteArray();
    }

    quint64 size() const { return static_cast<quint64>(m_bytes.size()); }

private:
    QByteArray m_bytes;
};

QList<Elf64_Phdr> segmentsOf(const Image& image, const Elf64_Ehdr& header)
{
    QList<Elf64_Phdr> segments;
    for (int i = 0; i < header.e_phnum; ++i)
        segments << image.at<Elf64_Phdr>(header.e_phoff + quint64(i) * sizeof(Elf64_Phdr));
    return segments;
}

void readDynamic(const Image& image, const Elf64_Phdr& segment, quint64 strings, ElfFile& file)
{
    for (quint64 offset = 0; offset < segment.p_filesz; offset += sizeof(Elf64_Dyn)) {
        const auto entry = image.at<Elf64_Dyn>(segment.p_offset + offset);
        switch (entry.d_tag) {
        case DT_FLAGS:
            file.bindNow |= (entry.d_un.d_val & DF_BIND_NOW) != 0;
            file.writableCode |= (entry.d_un.d_val & DF_TEXTREL) != 0;
            break;
        case DT_FLAGS_1:
            file.bindNow |= (entry.d_un.d_val & DF_1_NOW) != 0;
            file.positionIndependent |= (entry.d_un.d_val & DF_1_PIE) != 0;
            break;
        case DT_BIND_NOW:
            file.bindNow = true;
            break;
        case DT_TEXTREL:
            file.writableCode = true;
            break;
        case DT_RPATH:
        case DT_RUNPATH:
            file.runPath = image.text(strings + entry.d_un.d_val);
            break;
        default:
            break;
        }
    }
}

/// The section that holds the dynamic symbols, and the offset of their names.
void readImports(const Image& image, const Elf64_Ehdr& header, ElfFile& file, quint64& strings)
{
    const auto section = [&](quint64 index) {
        return image.at<Elf64_Shdr>(header.e_shoff + index * sizeof(Elf64_Shdr));
    };
    for (int i = 0; i < header.e_shnum; ++i) {
        const Elf64_Shdr symbols = section(quint64(i));
        if (symbols.sh_type != SHT_DYNSYM)
            continue;
        strings = section(symbols.sh_link).sh_offset;
        for (quint64 offset = 0; offset < symbols.sh_size; offset += sizeof(Elf64_Sym)) {
            const auto symbol = image.at<Elf64_Sym>(symbols.sh_offset + offset);
            if (symbol.st_shndx == SHN_UNDEF && symbol.st_name != 0)
                file.imports << image.text(strings + symbol.st_name);
        }
    }
}
} // namespace

bool ElfFile::usesStackProtector() const
{
    return imports.contains("__stack_chk_fail");
}

bool ElfFile::usesFortify() const
{
    return std::any_of(imports.cbegin(), imports.cend(),
                       [](const QByteArray& name) { return name.startsWith("__") && name.endsWith("_chk"); });
}

std::optional<ElfFile> ElfFile::read(const QString& path)
{
    QFile program(path);
    if (!program.open(QIODevice::ReadOnly))
        return std::nullopt;
    const Image image(program.readAll());
    const auto header = image.at<Elf64_Ehdr>(0);
    if (std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 || header.e_ident[EI_CLASS] != ELFCLASS64 ||
        header.e_ident[EI_DATA] != ELFDATA2LSB)
        return std::nullopt;

    ElfFile file;
    quint64 strings = std::numeric_limits<quint64>::max() / 2;
    readImports(image, header, file, strings);
    const QList<Elf64_Phdr> segments = segmentsOf(image, header);
    for (const Elf64_Phdr& segment : segments) {
        if (segment.p_type == PT_DYNAMIC)
            readDynamic(image, segment, strings, file);
        else if (segment.p_type == PT_GNU_RELRO)
            file.relro = true;
        else if (segment.p_type == PT_GNU_STACK)
            file.executableStack = (segment.p_flags & PF_X) != 0;
        else if (segment.p_type == PT_LOAD)
            file.writableCode |= (segment.p_flags & PF_W) != 0 && (segment.p_flags & PF_X) != 0;
    }
    // A library is position independent as well; DF_1_PIE says that it is a program, and ET_DYN that it is
    // true.
    file.positionIndependent = file.positionIndependent && header.e_type == ET_DYN;
    return file;
}

} // namespace finhub::house
