#include "views/support/blockingtext.h"

#include "views/words.h"

namespace finhub::views {

QString blockingSentence(const review::CaseFile& file)
{
    return words::stage(file.stage());
}

} // namespace finhub::views
