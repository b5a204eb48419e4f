#include "breakout.h"

using namespace finhub::documents;

/// The worker, but for what it does with its document: it tries to get out.
int main(int argc, char* argv[])
{
    workerMain(argc, argv, breakOut);
}
