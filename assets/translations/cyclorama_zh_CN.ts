<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AdjustPage</name>
    <message>
        <source>Adjust</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>取景</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>光线</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>省电</translation>
    </message>
    <message>
        <source>Back to defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>These settings were reset</source>
        <translation>这些设置已重置</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Backgrounds</name>
    <message>
        <source>Bookshelf</source>
        <translation>书架</translation>
    </message>
    <message>
        <source>Bright window</source>
        <translation>明亮的窗</translation>
    </message>
    <message>
        <source>City dusk</source>
        <translation>城市黄昏</translation>
    </message>
    <message>
        <source>Home office</source>
        <translation>居家办公室</translation>
    </message>
    <message>
        <source>Soft gradient</source>
        <translation>柔和渐变</translation>
    </message>
    <message>
        <source>Studio grey</source>
        <translation>影棚灰</translation>
    </message>
    <message>
        <source>Warm lamp</source>
        <translation>暖灯</translation>
    </message>
</context>
<context>
    <name>BackgroundsPage</name>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>纯色</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Your real background is shown</source>
        <translation>原样显示您的房间</translation>
    </message>
    <message>
        <source>Blur strength</source>
        <translation>模糊强度</translation>
    </message>
    <message>
        <source>Night blue</source>
        <translation>夜蓝</translation>
    </message>
    <message>
        <source>Forest green</source>
        <translation>森林绿</translation>
    </message>
    <message>
        <source>Clay brown</source>
        <translation>陶土棕</translation>
    </message>
    <message>
        <source>Linen</source>
        <translation>亚麻</translation>
    </message>
    <message>
        <source>Paper white</source>
        <translation>纸白</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>石板灰</translation>
    </message>
    <message>
        <source>More colours…</source>
        <translation>更多颜色…</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应方式</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>填满画面</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>显示整张图片</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add pictures and videos from your disk</source>
        <translation>从磁盘添加图片和视频</translation>
    </message>
    <message>
        <source>Pictures and videos</source>
        <translation>图片和视频</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>Drop or paste your own pictures and videos here.</source>
        <translation>可将您自己的图片和视频拖放或粘贴到此处。</translation>
    </message>
    <message>
        <source>{name} is no picture or video</source>
        <translation>{name} 不是图片或视频</translation>
    </message>
    <message>
        <source>Use one of {kinds}</source>
        <translation>请使用以下格式之一：{kinds}</translation>
    </message>
    <message>
        <source>Add pictures and videos</source>
        <translation>添加图片和视频</translation>
    </message>
    <message>
        <source>{title} was removed from the gallery</source>
        <translation>已从图库移除“{title}”</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>{name} can&apos;t be added</source>
        <translation>无法添加 {name}</translation>
    </message>
    <message>
        <source>The picture is damaged, or the disk is full</source>
        <translation>图片已损坏，或磁盘空间不足</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Nothing here yet. Right-click a picture to make it a favourite.</source>
        <translation>这里还没有内容。右键单击图片即可收藏。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>Fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the fix for {title}</source>
        <translation>复制“{title}”的解决办法</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>The window&apos;s state could not be saved</source>
        <translation>无法保存窗口状态</translation>
    </message>
    <message>
        <source>No camera was found, so the demo clip plays</source>
        <translation>未找到摄像头，正在播放演示片段</translation>
    </message>
    <message>
        <source>Plug in a camera and choose it above; everything else can be tried meanwhile</source>
        <translation>接入摄像头后可在上方选择；其他功能现在即可试用</translation>
    </message>
    <message>
        <source>Open the doctor</source>
        <translation>打开诊断</translation>
    </message>
</context>
<context>
    <name>DeviceBar</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Virtual camera</source>
        <translation>虚拟摄像头</translation>
    </message>
    <message>
        <source>Frame rate, delay and load</source>
        <translation>帧率、延迟和负载</translation>
    </message>
    <message>
        <source>{fps} fps · {latency} ms · {load} % CPU</source>
        <translation>{fps} 帧/秒 · {latency} 毫秒 · CPU {load}%</translation>
    </message>
    <message>
        <source>{fps} fps · {load} % CPU</source>
        <translation>{fps} 帧/秒 · CPU {load}%</translation>
    </message>
    <message>
        <source>Camera {name}</source>
        <translation>摄像头 {name}</translation>
    </message>
    <message>
        <source>Demo clip</source>
        <translation>演示片段</translation>
    </message>
    <message>
        <source>Virtual camera: automatic</source>
        <translation>虚拟摄像头：自动</translation>
    </message>
</context>
<context>
    <name>DoctorPage</name>
    <message>
        <source>Doctor</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Checks cameras and the virtual camera, and says what to run where something is missing.</source>
        <translation>检查摄像头和虚拟摄像头；若有缺失，会说明该运行什么命令。</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) to fix</source>
        <translation>
            <numerusform>有 %n 个问题需要解决</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything needed is there.</source>
        <translation>所需组件均已就绪。</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>capture</source>
        <translation>采集</translation>
    </message>
    <message>
        <source>inference</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>composition</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0°</translation>
    </message>
    <message>
        <source>180</source>
        <translation>180°</translation>
    </message>
    <message>
        <source>270</source>
        <translation>270°</translation>
    </message>
    <message>
        <source>90</source>
        <translation>90°</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Camera format</source>
        <translation>摄像头格式</translation>
    </message>
    <message>
        <source>Camera permission</source>
        <translation>摄像头权限</translation>
    </message>
    <message>
        <source>Camera portal</source>
        <translation>摄像头门户</translation>
    </message>
    <message>
        <source>Chrome</source>
        <translation>Chrome</translation>
    </message>
    <message>
        <source>Chromium</source>
        <translation>Chromium</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Device that meeting programs pick; auto takes the first.</source>
        <translation>会议软件所选用的设备；“自动”取第一个。</translation>
    </message>
    <message>
        <source>Fedora&apos;s Firefox shows PipeWire cameras and may not show v4l2loopback ones</source>
        <translation>Fedora 的 Firefox 会列出 PipeWire 摄像头，但可能不列出 v4l2loopback 摄像头</translation>
    </message>
    <message>
        <source>Fine edges</source>
        <translation>精细边缘</translation>
    </message>
    <message>
        <source>Firefox</source>
        <translation>Firefox</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应方式</translation>
    </message>
    <message>
        <source>Flip yourself left to right; the background stays readable.</source>
        <translation>左右翻转您的画面；背景文字保持可读。</translation>
    </message>
    <message>
        <source>Follow hair and fingers at full resolution.</source>
        <translation>以全分辨率贴合发丝和手指。</translation>
    </message>
    <message>
        <source>Follow me</source>
        <translation>跟随我</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>How a background picture fills the frame.</source>
        <translation>背景图片如何填充画面。</translation>
    </message>
    <message>
        <source>How much closer you are shown.</source>
        <translation>画面放大多少。</translation>
    </message>
    <message>
        <source>How much dark parts are lifted.</source>
        <translation>提亮暗部的程度。</translation>
    </message>
    <message>
        <source>How much of the background&apos;s light falls on your edges.</source>
        <translation>背景光映在您轮廓边缘上的程度。</translation>
    </message>
    <message>
        <source>Index, stable id, path or name of the camera; auto takes the first.</source>
        <translation>摄像头的序号、固定标识、路径或名称；auto 取第一个。</translation>
    </message>
    <message>
        <source>Keep your head in the middle while zoomed in.</source>
        <translation>放大时让您的头部保持居中。</translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation>左右位置</translation>
    </message>
    <message>
        <source>Let the camera go while no program reads the picture.</source>
        <translation>没有程序读取画面时释放摄像头。</translation>
    </message>
    <message>
        <source>Light wrap</source>
        <translation>环境光包裹</translation>
    </message>
    <message>
        <source>Low light</source>
        <translation>弱光提亮</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Name or path of the segmentation model; auto takes the one here that fits what the camera sees.</source>
        <translation>分割模型的名称或路径；auto 会在本机已有的模型中选用适合当前画面的那个。</translation>
    </message>
    <message>
        <source>OBS&apos;s virtual camera is not active yet</source>
        <translation>OBS 的虚拟摄像头尚未启用</translation>
    </message>
    <message>
        <source>OBS&apos;s virtual camera is not installed</source>
        <translation>未安装 OBS 的虚拟摄像头</translation>
    </message>
    <message>
        <source>Of the camera&apos;s picture.</source>
        <translation>调整摄像头画面。</translation>
    </message>
    <message>
        <source>OpenVINO can&apos;t load model {model_id}, it may be damaged</source>
        <translation>OpenVINO 无法加载模型 {model_id}，它可能已损坏</translation>
    </message>
    <message>
        <source>Paddle can&apos;t be imported ({error})</source>
        <translation>无法导入 Paddle（{error}）</translation>
    </message>
    <message>
        <source>Paddle can&apos;t load model {model_id}, it may be damaged</source>
        <translation>Paddle 无法加载模型 {model_id}，它可能已损坏</translation>
    </message>
    <message>
        <source>Paddle can&apos;t run model {model_id}</source>
        <translation>Paddle 无法运行模型 {model_id}</translation>
    </message>
    <message>
        <source>Paddle crashes on model {id}, it is damaged</source>
        <translation>Paddle 因模型 {id} 崩溃，该模型已损坏</translation>
    </message>
    <message>
        <source>Paddle does not come to an end with model {id}</source>
        <translation>Paddle 处理模型 {id} 时没有响应</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>PipeWire</source>
        <translation>PipeWire</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Rotate, °</source>
        <translation>旋转（°）</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>推理引擎</translation>
    </message>
    <message>
        <source>Save power</source>
        <translation>省电</translation>
    </message>
    <message>
        <source>Secure Boot</source>
        <translation>安全启动</translation>
    </message>
    <message>
        <source>Sleep when unwatched</source>
        <translation>无人观看时休眠</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Treat the video as upright even if it is wider than high.</source>
        <translation>即使画面宽大于高，也按竖屏处理。</translation>
    </message>
    <message>
        <source>Turn of the camera&apos;s picture, clockwise.</source>
        <translation>将摄像头画面顺时针旋转。</translation>
    </message>
    <message>
        <source>Unity Capture is not registered</source>
        <translation>Unity Capture 未注册</translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation>上下位置</translation>
    </message>
    <message>
        <source>Upright video</source>
        <translation>竖屏视频</translation>
    </message>
    <message>
        <source>Virtual camera</source>
        <translation>虚拟摄像头</translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>色温</translation>
    </message>
    <message>
        <source>What computes the mask.</source>
        <translation>用什么计算蒙版。</translation>
    </message>
    <message>
        <source>What is asked of the camera.</source>
        <translation>向摄像头请求的格式。</translation>
    </message>
    <message>
        <source>What the mask is computed in; auto takes bf16 for videos where the processor has it, f32 for pictures.</source>
        <translation>计算蒙版所用的精度；“自动”在处理器支持时对视频用 bf16，对图片用 f32。</translation>
    </message>
    <message>
        <source>Which part is shown while zoomed in.</source>
        <translation>放大时显示哪一部分。</translation>
    </message>
    <message>
        <source>White balance of the camera&apos;s picture: cooler or warmer.</source>
        <translation>摄像头画面的白平衡：偏冷或偏暖。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Zoom, %</source>
        <translation>缩放（%）</translation>
    </message>
    <message>
        <source>`{program} devices` lists them</source>
        <translation>可用 `{program} devices` 列出</translation>
    </message>
    <message>
        <source>`{program} doctor` says what is missing</source>
        <translation>`{program} doctor` 会说明缺少什么</translation>
    </message>
    <message>
        <source>a model {name} is here already</source>
        <translation>模型 {name} 已在本机</translation>
    </message>
    <message>
        <source>a picture of {width}x{height} does not fit into a {ending} file</source>
        <translation>{width}x{height} 的图片无法存入 {ending} 文件</translation>
    </message>
    <message>
        <source>a reader</source>
        <translation>某个读取程序</translation>
    </message>
    <message>
        <source>a std is not positive</source>
        <translation>某个 std 不是正数</translation>
    </message>
    <message>
        <source>alpha on modest machines</source>
        <translation>适合普通电脑的透明度抠像</translation>
    </message>
    <message>
        <source>answers {shape} to a picture of {size}x{size3}</source>
        <translation>对 {size}x{size3} 的图片给出的结果形状为 {shape}</translation>
    </message>
    <message>
        <source>answers {shape}, neither probabilities of two classes, nor labels, nor alpha</source>
        <translation>给出的结果形状为 {shape}，既不是两类概率，也不是标签或透明度</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>bf16</source>
        <translation>bf16</translation>
    </message>
    <message>
        <source>browsers do not list {path}: reload the module with `sudo modprobe -r v4l2loopback &amp;&amp; sudo modprobe v4l2loopback exclusive_caps=1 card_label=Cyclorama`</source>
        <translation>浏览器不会列出 {path}：请用 `sudo modprobe -r v4l2loopback &amp;&amp; sudo modprobe v4l2loopback exclusive_caps=1 card_label=Cyclorama` 重新加载模块</translation>
    </message>
    <message>
        <source>can&apos;t keep an alpha as {name}</source>
        <translation>无法将透明度存为 {name}</translation>
    </message>
    <message>
        <source>can&apos;t write a picture as {name}</source>
        <translation>无法将图片写为 {name}</translation>
    </message>
    <message>
        <source>can&apos;t write a video as {name}</source>
        <translation>无法将视频写为 {name}</translation>
    </message>
    <message>
        <source>can&apos;t write {path}: {reason}</source>
        <translation>无法写入 {path}：{reason}</translation>
    </message>
    <message>
        <source>check its name and rights</source>
        <translation>请检查其名称和权限</translation>
    </message>
    <message>
        <source>check its permissions</source>
        <translation>请检查其权限</translation>
    </message>
    <message>
        <source>check the connection and ask again; what is here keeps working</source>
        <translation>请检查网络连接后重试；本机已有的不受影响</translation>
    </message>
    <message>
        <source>check the disk</source>
        <translation>请检查磁盘</translation>
    </message>
    <message>
        <source>check the name</source>
        <translation>请检查名称</translation>
    </message>
    <message>
        <source>choose a v4l2loopback device</source>
        <translation>请选择一个 v4l2loopback 设备</translation>
    </message>
    <message>
        <source>choose another model</source>
        <translation>请选择其他模型</translation>
    </message>
    <message>
        <source>choose another model or runtime</source>
        <translation>请选择其他模型或运行时</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>请换一个名称</translation>
    </message>
    <message>
        <source>choose another one</source>
        <translation>请另选一个</translation>
    </message>
    <message>
        <source>choose another place</source>
        <translation>请换一个位置</translation>
    </message>
    <message>
        <source>close a program that uses one</source>
        <translation>请关闭一个正在使用它的程序</translation>
    </message>
    <message>
        <source>close it there</source>
        <translation>请在那里关闭它</translation>
    </message>
    <message>
        <source>close other programs that use it, or allow access to it</source>
        <translation>请关闭使用它的其他程序，或允许访问它</translation>
    </message>
    <message>
        <source>close the other one first</source>
        <translation>请先关闭另一个</translation>
    </message>
    <message>
        <source>contain</source>
        <translation>完整显示</translation>
    </message>
    <message>
        <source>copy it again</source>
        <translation>请重新复制</translation>
    </message>
    <message>
        <source>copy it again or use another one</source>
        <translation>请重新复制，或改用其他图片</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>填满</translation>
    </message>
    <message>
        <source>defaults apply</source>
        <translation>已采用默认值</translation>
    </message>
    <message>
        <source>delete it by hand</source>
        <translation>请手动删除</translation>
    </message>
    <message>
        <source>delete it to trust what is downloaded next</source>
        <translation>删除它，即表示信任接下来下载的内容</translation>
    </message>
    <message>
        <source>device or resource busy</source>
        <translation>设备或资源正忙</translation>
    </message>
    <message>
        <source>don&apos;t use it</source>
        <translation>请勿使用</translation>
    </message>
    <message>
        <source>don&apos;t use it; tell its makers</source>
        <translation>请勿使用，并告知其制作者</translation>
    </message>
    <message>
        <source>end it in .png or .mkv, or name a folder</source>
        <translation>请以 .png 或 .mkv 结尾，或给出文件夹</translation>
    </message>
    <message>
        <source>every Unity Capture camera is in use</source>
        <translation>所有 Unity Capture 摄像头都在使用中</translation>
    </message>
    <message>
        <source>export it with softmax or argmax as its output</source>
        <translation>请以 softmax 或 argmax 为输出重新导出</translation>
    </message>
    <message>
        <source>f16</source>
        <translation>f16</translation>
    </message>
    <message>
        <source>f32</source>
        <translation>f32</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <source>free some space</source>
        <translation>请腾出一些空间</translation>
    </message>
    <message>
        <source>free some space or choose another place</source>
        <translation>请腾出一些空间，或换一个位置</translation>
    </message>
    <message>
        <source>get it again</source>
        <translation>请重新获取</translation>
    </message>
    <message>
        <source>get it from its makers</source>
        <translation>请从其制作者处获取</translation>
    </message>
    <message>
        <source>get it with: {program} models get {name_or_path}</source>
        <translation>获取方法：{program} models get {name_or_path}</translation>
    </message>
    <message>
        <source>get one with: {program} models get portrait_pp_humansegv2_lite_256x144</source>
        <translation>获取方法：{program} models get portrait_pp_humansegv2_lite_256x144</translation>
    </message>
    <message>
        <source>get one, or give a trimap</source>
        <translation>请获取一个，或提供三分图</translation>
    </message>
    <message>
        <source>get or import it again</source>
        <translation>请重新获取或导入</translation>
    </message>
    <message>
        <source>get or import the model again</source>
        <translation>请重新获取或导入该模型</translation>
    </message>
    <message>
        <source>get or import the model again, or choose another</source>
        <translation>请重新获取或导入该模型，或选择其他模型</translation>
    </message>
    <message>
        <source>hair in large stills</source>
        <translation>大幅静态图中的发丝</translation>
    </message>
    <message>
        <source>hair in stills and renders, the fastest matting</source>
        <translation>静态图和渲染中的发丝，最快的抠像</translation>
    </message>
    <message>
        <source>hair in stills and renders, the most exact</source>
        <translation>静态图和渲染中的发丝，最精确</translation>
    </message>
    <message>
        <source>has {inputs} inputs and {outputs} outputs</source>
        <translation>有 {inputs} 个输入和 {outputs} 个输出</translation>
    </message>
    <message>
        <source>here are: {here}; {program} models lists what can be had</source>
        <translation>本机有：{here}；{program} models 会列出可获取的模型</translation>
    </message>
    <message>
        <source>import a model only</source>
        <translation>请只导入模型</translation>
    </message>
    <message>
        <source>import a plain folder</source>
        <translation>请导入普通文件夹</translation>
    </message>
    <message>
        <source>import an inference model, as PaddleSeg exports it</source>
        <translation>请导入 PaddleSeg 导出的推理模型</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>输入输出错误</translation>
    </message>
    <message>
        <source>install OBS 26 or newer</source>
        <translation>请安装 OBS 26 或更新版本</translation>
    </message>
    <message>
        <source>install OBS 30 or newer, start and stop its virtual camera once and approve the extension</source>
        <translation>请安装 OBS 30 或更新版本，启动并停止其虚拟摄像头一次，并批准扩展</translation>
    </message>
    <message>
        <source>install paddlepaddle, or use openvino</source>
        <translation>请安装 paddlepaddle，或改用 openvino</translation>
    </message>
    <message>
        <source>install the package v4l2loopback-dkms and run `sudo modprobe v4l2loopback exclusive_caps=1 card_label=Cyclorama`, or choose the PipeWire camera</source>
        <translation>请安装软件包 v4l2loopback-dkms 并运行 `sudo modprobe v4l2loopback exclusive_caps=1 card_label=Cyclorama`，或选择 PipeWire 摄像头</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>is saved in Paddle 3&apos;s format, which Paddle alone reads: use --runtime paddle</source>
        <translation>以 Paddle 3 的格式保存，只有 Paddle 能读取：请使用 --runtime paddle</translation>
    </message>
    <message>
        <source>it has no build for Windows on Arm; elsewhere run `make run` again</source>
        <translation>它没有 Windows on Arm 的版本；在其他系统上请重新运行 `make run`</translation>
    </message>
    <message>
        <source>it has no section Deploy</source>
        <translation>其中没有 Deploy 一节</translation>
    </message>
    <message>
        <source>it has {entries} entries, more than {max_files}</source>
        <translation>其中有 {entries} 个条目，多于 {max_files} 个</translation>
    </message>
    <message>
        <source>it holds {name}, which has no place in it</source>
        <translation>其中含有不应出现的 {name}</translation>
    </message>
    <message>
        <source>it is encrypted</source>
        <translation>它已加密</translation>
    </message>
    <message>
        <source>it is larger than {max_yaml_bytes} bytes</source>
        <translation>它大于 {max_yaml_bytes} 字节</translation>
    </message>
    <message>
        <source>it is more than {max_bytes} MiB</source>
        <translation>它超过 {max_bytes} MiB</translation>
    </message>
    <message>
        <source>it is not YAML</source>
        <translation>它不是 YAML</translation>
    </message>
    <message>
        <source>it is {total} MiB, more than it should be</source>
        <translation>它有 {total} MiB，超出应有的大小</translation>
    </message>
    <message>
        <source>it lists no transforms</source>
        <translation>其中没有列出变换</translation>
    </message>
    <message>
        <source>it may be damaged</source>
        <translation>它可能已损坏</translation>
    </message>
    <message>
        <source>it unpacks to far more than it should</source>
        <translation>解压后远超应有的大小</translation>
    </message>
    <message>
        <source>it was cut short or is damaged: copy it again</source>
        <translation>文件不完整或已损坏：请重新复制</translation>
    </message>
    <message>
        <source>plug one in</source>
        <translation>请插入摄像头</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read on: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} can&apos;t be used ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} ends after {seconds:.1f} of {announced:.1f} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} exists and is not a file</source>
        <translation>{path} 已存在且不是文件</translation>
    </message>
    <message>
        <source>{path} exists and is not a folder</source>
        <translation>{path} 已存在且不是文件夹</translation>
    </message>
    <message>
        <source>{program} models lists them</source>
        <translation>可用 {program} models 列出</translation>
    </message>
    <message>
        <source>make it first</source>
        <translation>请先创建它</translation>
    </message>
    <message>
        <source>OBS is installed</source>
        <translation>已安装 OBS</translation>
    </message>
    <message>
        <source>PipeWire isn&apos;t installed; it offers a virtual camera without a driver</source>
        <translation>未安装 PipeWire；它无需驱动即可提供虚拟摄像头</translation>
    </message>
    <message>
        <source>PipeWire isn&apos;t running</source>
        <translation>PipeWire 未运行</translation>
    </message>
    <message>
        <source>PipeWire {version} is running; its camera needs no driver</source>
        <translation>PipeWire {version} 正在运行；其摄像头无需驱动</translation>
    </message>
    <message>
        <source>Secure Boot is on, so the kernel only loads modules signed with a key you enrolled</source>
        <translation>安全启动已开启，因此内核只加载用您已注册的密钥签名的模块</translation>
    </message>
    <message>
        <source>Test picture</source>
        <translation>测试画面</translation>
    </message>
    <message>
        <source>Unity Capture is installed</source>
        <translation>已安装 Unity Capture</translation>
    </message>
    <message>
        <source>Virtual camera driver</source>
        <translation>虚拟摄像头驱动</translation>
    </message>
    <message>
        <source>Windows doesn&apos;t let programs use the camera</source>
        <translation>Windows 不允许程序使用摄像头</translation>
    </message>
    <message>
        <source>allow it in the privacy settings</source>
        <translation>请在隐私设置中允许</translation>
    </message>
    <message>
        <source>browsers don&apos;t list this device because it offers capture and output at once</source>
        <translation>浏览器不会列出此设备，因为它同时提供采集和输出</translation>
    </message>
    <message>
        <source>browsers list this device while it is in use</source>
        <translation>使用期间浏览器会列出此设备</translation>
    </message>
    <message>
        <source>can&apos;t write to the folder {path}: {reason}</source>
        <translation>无法写入文件夹 {path}：{reason}</translation>
    </message>
    <message>
        <source>change the answer in the privacy settings</source>
        <translation>可在隐私设置中更改</translation>
    </message>
    <message>
        <source>choose PipeWire as the virtual camera</source>
        <translation>请选择 PipeWire 作为虚拟摄像头</translation>
    </message>
    <message>
        <source>close every program that uses it, then load the driver again</source>
        <translation>请关闭所有使用它的程序，然后重新加载驱动</translation>
    </message>
    <message>
        <source>connect a camera, or try the demo clip</source>
        <translation>请连接摄像头，或试用演示片段</translation>
    </message>
    <message>
        <source>enrol the key and restart</source>
        <translation>请注册密钥并重新启动</translation>
    </message>
    <message>
        <source>install OBS Studio, which brings one</source>
        <translation>请安装自带虚拟摄像头的 OBS Studio</translation>
    </message>
    <message>
        <source>install OBS, which brings one</source>
        <translation>请安装自带虚拟摄像头的 OBS</translation>
    </message>
    <message>
        <source>install v4l2loopback and load it</source>
        <translation>请安装并加载 v4l2loopback</translation>
    </message>
    <message>
        <source>join the group “video”, then log out and in again</source>
        <translation>请加入“video”用户组，然后注销并重新登录</translation>
    </message>
    <message>
        <source>load it</source>
        <translation>请加载它</translation>
    </message>
    <message>
        <source>load the driver again with exclusive_caps=1</source>
        <translation>请用 exclusive_caps=1 重新加载驱动</translation>
    </message>
    <message>
        <source>macOS asks once whether the app may use the camera</source>
        <translation>macOS 会询问一次是否允许应用使用摄像头</translation>
    </message>
    <message>
        <source>min_{which} is above max_{which2}</source>
        <translation>min_{which} 大于 max_{which2}</translation>
    </message>
    <message>
        <source>mjpeg</source>
        <translation>MJPEG</translation>
    </message>
    <message>
        <source>model {id} is ONNX, which Paddle can&apos;t read</source>
        <translation>模型 {id} 是 ONNX 格式，Paddle 无法读取</translation>
    </message>
    <message>
        <source>model {id} lacks its file {name}</source>
        <translation>模型 {id} 缺少文件 {name}</translation>
    </message>
    <message>
        <source>model {id} needs a portrait model beside it</source>
        <translation>模型 {id} 还需要一个人像模型</translation>
    </message>
    <message>
        <source>model {model_file} is none of {model_suffixes}</source>
        <translation>模型 {model_file} 不属于 {model_suffixes}</translation>
    </message>
    <message>
        <source>model {model_id} answers values outside 0 to 1</source>
        <translation>模型 {model_id} 给出的值超出 0 到 1</translation>
    </message>
    <message>
        <source>model {model_id} answers {shape}, neither probabilities, nor labels, nor alpha</source>
        <translation>模型 {model_id} 给出的结果形状为 {shape}，既不是概率，也不是标签或透明度</translation>
    </message>
    <message>
        <source>model {model_id} has other inputs or outputs than ours</source>
        <translation>模型 {model_id} 的输入或输出与本程序不符</translation>
    </message>
    <message>
        <source>model {model_id} {error}</source>
        <translation>模型 {model_id} {error}</translation>
    </message>
    <message>
        <source>model {name_or_path} is not here yet</source>
        <translation>本机尚无模型 {name_or_path}</translation>
    </message>
    <message>
        <source>mult_int is {multiple}</source>
        <translation>mult_int 为 {multiple}</translation>
    </message>
    <message>
        <source>name a folder that holds a model</source>
        <translation>请给出含有模型的文件夹</translation>
    </message>
    <message>
        <source>name a new one</source>
        <translation>请给出一个新文件夹</translation>
    </message>
    <message>
        <source>name a video, or a folder for them</source>
        <translation>请给出视频文件，或存放图片的文件夹</translation>
    </message>
    <message>
        <source>no camera is there</source>
        <translation>没有摄像头</translation>
    </message>
    <message>
        <source>no camera was found</source>
        <translation>未找到摄像头</translation>
    </message>
    <message>
        <source>no connection to the server, or it was cut off</source>
        <translation>无法连接服务器，或连接中断</translation>
    </message>
    <message>
        <source>no model is here</source>
        <translation>本机没有模型</translation>
    </message>
    <message>
        <source>no model or sample set {name} is known</source>
        <translation>没有名为 {name} 的模型或样本集</translation>
    </message>
    <message>
        <source>no model {name_or_path} is here</source>
        <translation>本机没有模型 {name_or_path}</translation>
    </message>
    <message>
        <source>no picture could be sent: {problem}</source>
        <translation>无法发送画面：{problem}</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>设备上没有剩余空间</translation>
    </message>
    <message>
        <source>no such background {text}</source>
        <translation>没有这样的背景：{text}</translation>
    </message>
    <message>
        <source>no such device</source>
        <translation>没有这个设备</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>no such file or folder: {source}</source>
        <translation>没有这个文件或文件夹：{source}</translation>
    </message>
    <message>
        <source>no such file: {path}</source>
        <translation>没有这个文件：{path}</translation>
    </message>
    <message>
        <source>no such sink {spec}</source>
        <translation>没有这样的输出：{spec}</translation>
    </message>
    <message>
        <source>no such source {spec}</source>
        <translation>没有这样的来源：{spec}</translation>
    </message>
    <message>
        <source>nobody vouches for the server&apos;s certificate</source>
        <translation>服务器的证书不受信任</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>openvino</source>
        <translation>OpenVINO</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>不允许此操作</translation>
    </message>
    <message>
        <source>paddle</source>
        <translation>Paddle</translation>
    </message>
    <message>
        <source>people in very large stills</source>
        <translation>超大静态图中的人物</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <source>please report this with the log</source>
        <translation>请附上日志报告此问题</translation>
    </message>
    <message>
        <source>plug it in again</source>
        <translation>请重新插入</translation>
    </message>
    <message>
        <source>plug it in; `{program} devices` lists cameras</source>
        <translation>请插入摄像头；可用 `{program} devices` 列出摄像头</translation>
    </message>
    <message>
        <source>plug it in; `{program} devices` lists what is there</source>
        <translation>请插入摄像头；可用 `{program} devices` 列出现有设备</translation>
    </message>
    <message>
        <source>pyvirtualcam is not installed</source>
        <translation>未安装 pyvirtualcam</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>文件系统为只读</translation>
    </message>
    <message>
        <source>remove it first: {target}</source>
        <translation>请先移除它：{target}</translation>
    </message>
    <message>
        <source>rename it: letters, digits, _ . + -</source>
        <translation>请重命名，只用字母、数字和 _ . + -</translation>
    </message>
    <message>
        <source>run `sudo usermod -aG video $USER`, then log out and in again</source>
        <translation>请运行 `sudo usermod -aG video $USER`，然后注销并重新登录</translation>
    </message>
    <message>
        <source>run `sudo usermod -aG video {user}`, then log out and in again</source>
        <translation>请运行 `sudo usermod -aG video {user}`，然后注销并重新登录</translation>
    </message>
    <message>
        <source>run its Install.bat, or install OBS</source>
        <translation>请运行它的 Install.bat，或安装 OBS</translation>
    </message>
    <message>
        <source>save it as PNG or JPEG</source>
        <translation>请另存为 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>scale it down</source>
        <translation>请缩小图片</translation>
    </message>
    <message>
        <source>see that no other program writes to it and that it is still there</source>
        <translation>请确认没有其他程序写入它，且它仍然存在</translation>
    </message>
    <message>
        <source>see that the services pipewire and wireplumber run</source>
        <translation>请确认 pipewire 和 wireplumber 服务正在运行</translation>
    </message>
    <message>
        <source>settings ignored: {wrong}</source>
        <translation>已忽略的设置：{wrong}</translation>
    </message>
    <message>
        <source>start it</source>
        <translation>请启动它</translation>
    </message>
    <message>
        <source>start its virtual camera once and allow its extension in System Settings</source>
        <translation>请启动一次其虚拟摄像头，并在系统设置中允许其扩展</translation>
    </message>
    <message>
        <source>stills and renders</source>
        <translation>静态图和渲染</translation>
    </message>
    <message>
        <source>stills and renders, small and exact</source>
        <translation>静态图和渲染，小而精确</translation>
    </message>
    <message>
        <source>stills with a trimap; without one it is made from a portrait model&apos;s mask</source>
        <translation>带三分图的静态图；没有时由人像模型的蒙版生成</translation>
    </message>
    <message>
        <source>stop its virtual camera, or choose another device</source>
        <translation>请停止它的虚拟摄像头，或选择其他设备</translation>
    </message>
    <message>
        <source>stop the virtual camera in OBS</source>
        <translation>请在 OBS 中停止虚拟摄像头</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>target_size is not [width, height]</source>
        <translation>target_size 不是 [宽, 高]</translation>
    </message>
    <message>
        <source>that is no web address</source>
        <translation>这不是网址</translation>
    </message>
    <message>
        <source>the OBS virtual camera is installed</source>
        <translation>已安装 OBS 虚拟摄像头</translation>
    </message>
    <message>
        <source>the PipeWire camera can&apos;t be started</source>
        <translation>无法启动 PipeWire 摄像头</translation>
    </message>
    <message>
        <source>the background picture {name} is damaged ({reason})</source>
        <translation>背景图片 {name} 已损坏（{reason}）</translation>
    </message>
    <message>
        <source>the background video {name} has no pictures</source>
        <translation>背景视频 {name} 没有画面</translation>
    </message>
    <message>
        <source>the background video {name} is damaged ({reason})</source>
        <translation>背景视频 {name} 已损坏（{reason}）</translation>
    </message>
    <message>
        <source>the background video {name} is too small</source>
        <translation>背景视频 {name} 太小</translation>
    </message>
    <message>
        <source>the connection was cut off</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>the folder {folder} holds other things than numbered pictures</source>
        <translation>文件夹 {folder} 中有编号图片以外的内容</translation>
    </message>
    <message>
        <source>the model {choice} can&apos;t be loaded ({error})</source>
        <translation>无法加载模型 {choice}（{error}）</translation>
    </message>
    <message>
        <source>the name {name} has no place in it</source>
        <translation>其中不应出现名称 {name}</translation>
    </message>
    <message>
        <source>the picture {path} is damaged ({reason})</source>
        <translation>图片 {path} 已损坏（{reason}）</translation>
    </message>
    <message>
        <source>the server answers {status_code}</source>
        <translation>服务器返回 {status_code}</translation>
    </message>
    <message>
        <source>the server does not answer in time</source>
        <translation>服务器响应超时</translation>
    </message>
    <message>
        <source>the server has another file than before</source>
        <translation>服务器上的文件已更换</translation>
    </message>
    <message>
        <source>the server is too slow</source>
        <translation>服务器太慢</translation>
    </message>
    <message>
        <source>the server redirects to an address without encryption</source>
        <translation>服务器重定向到未加密的地址</translation>
    </message>
    <message>
        <source>the server redirects without end</source>
        <translation>服务器无休止地重定向</translation>
    </message>
    <message>
        <source>the server sends another part than it was asked for</source>
        <translation>服务器发送的不是所请求的部分</translation>
    </message>
    <message>
        <source>the server&apos;s answer makes no sense</source>
        <translation>服务器的响应无法理解</translation>
    </message>
    <message>
        <source>the virtual camera could not be started, it is probably in use</source>
        <translation>虚拟摄像头无法启动，可能正在使用中</translation>
    </message>
    <message>
        <source>the virtual camera may not be written by you</source>
        <translation>您无权写入虚拟摄像头</translation>
    </message>
    <message>
        <source>their defaults apply</source>
        <translation>已采用其默认值</translation>
    </message>
    <message>
        <source>there is no background picture {path}</source>
        <translation>没有背景图片 {path}</translation>
    </message>
    <message>
        <source>there is no background video {path}</source>
        <translation>没有背景视频 {path}</translation>
    </message>
    <message>
        <source>there is no camera at {address}</source>
        <translation>{address} 处没有摄像头</translation>
    </message>
    <message>
        <source>there is no v4l2loopback device</source>
        <translation>没有 v4l2loopback 设备</translation>
    </message>
    <message>
        <source>there is no virtual camera for Windows on Arm</source>
        <translation>没有适用于 Arm 版 Windows 的虚拟摄像头</translation>
    </message>
    <message>
        <source>there is no {path}</source>
        <translation>{path} 不存在</translation>
    </message>
    <message>
        <source>they are kept as {aside}</source>
        <translation>已另存为 {aside}</translation>
    </message>
    <message>
        <source>this process already writes a virtual camera</source>
        <translation>本程序已在写入一个虚拟摄像头</translation>
    </message>
    <message>
        <source>this process already writes that virtual camera</source>
        <translation>本程序已在写入该虚拟摄像头</translation>
    </message>
    <message>
        <source>transform {kind} is unknown here</source>
        <translation>不支持变换 {kind}</translation>
    </message>
    <message>
        <source>transform {number} is no mapping</source>
        <translation>第 {number} 个变换不是映射</translation>
    </message>
    <message>
        <source>try another cable, port or format</source>
        <translation>请换一根线、一个接口或一种格式</translation>
    </message>
    <message>
        <source>try later, or import a copy with: models import</source>
        <translation>请稍后再试，或用 models import 导入副本</translation>
    </message>
    <message>
        <source>unplug it and plug it in again</source>
        <translation>请拔出后重新插入</translation>
    </message>
    <message>
        <source>use --runtime openvino</source>
        <translation>请使用 --runtime openvino</translation>
    </message>
    <message>
        <source>use .png</source>
        <translation>请使用 .png</translation>
    </message>
    <message>
        <source>use an MP4 file</source>
        <translation>请使用 MP4 文件</translation>
    </message>
    <message>
        <source>use an even number</source>
        <translation>请使用偶数</translation>
    </message>
    <message>
        <source>use another file</source>
        <translation>请换一个文件</translation>
    </message>
    <message>
        <source>use none, blur[:0-100], color:#RRGGBB, image:PATH, video:PATH or transparent</source>
        <translation>请使用 none、blur[:0-100]、color:#RRGGBB、image:路径、video:路径 或 transparent</translation>
    </message>
    <message>
        <source>use {choices}</source>
        <translation>请使用 {choices}</translation>
    </message>
    <message>
        <source>use {paths}</source>
        <translation>请使用 {paths}</translation>
    </message>
    <message>
        <source>use {sinks}</source>
        <translation>请使用 {sinks}</translation>
    </message>
    <message>
        <source>use {smallest} to {largest}</source>
        <translation>请使用 {smallest} 到 {largest}</translation>
    </message>
    <message>
        <source>use {sources}</source>
        <translation>请使用 {sources}</translation>
    </message>
    <message>
        <source>v4l2loopback {version} is loaded</source>
        <translation>v4l2loopback {version} 已加载</translation>
    </message>
    <message>
        <source>video calls, where 0.6 MB of weights matter</source>
        <translation>视频通话，适合在意权重大小的场合</translation>
    </message>
    <message>
        <source>video calls; the default</source>
        <translation>视频通话；默认模型</translation>
    </message>
    <message>
        <source>whole bodies and several people, live</source>
        <translation>全身和多人，实时</translation>
    </message>
    <message>
        <source>whole bodies and several people, on a graphics card</source>
        <translation>全身和多人，需要显卡</translation>
    </message>
    <message>
        <source>whole bodies and several people, renders and strong machines</source>
        <translation>全身和多人，渲染和高性能电脑</translation>
    </message>
    <message>
        <source>whole bodies and several people, the best of the small ones</source>
        <translation>全身和多人，小模型中最好的</translation>
    </message>
    <message>
        <source>whole bodies and several people, the smallest</source>
        <translation>全身和多人，最小的模型</translation>
    </message>
    <message>
        <source>{backend} is not for this system</source>
        <translation>{backend} 不适用于此系统</translation>
    </message>
    <message>
        <source>{file} of {name} is not the published one, its sha256 differs</source>
        <translation>{name} 的 {file} 与发布的不一致，sha256 不符</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be read ({strerror})</source>
        <translation>无法读取 {folder}（{strerror}）</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be removed ({strerror})</source>
        <translation>无法移除 {folder}（{strerror}）</translation>
    </message>
    <message>
        <source>{folder} is not open</source>
        <translation>{folder} 未打开</translation>
    </message>
    <message>
        <source>{folder} was not put there by this app</source>
        <translation>{folder} 不是由本应用放置的</translation>
    </message>
    <message>
        <source>{id} ({variant}) is here already</source>
        <translation>{id}（{variant}）已在本机</translation>
    </message>
    <message>
        <source>{id} has no variant {variant}</source>
        <translation>{id} 没有 {variant} 这种版本</translation>
    </message>
    <message>
        <source>{key} is no plain file name</source>
        <translation>{key} 不是普通文件名</translation>
    </message>
    <message>
        <source>{ledger_file} is damaged</source>
        <translation>{ledger_file} 已损坏</translation>
    </message>
    <message>
        <source>{name} can&apos;t be unpacked ({strerror})</source>
        <translation>无法解压 {name}（{strerror}）</translation>
    </message>
    <message>
        <source>{name} can&apos;t be written ({strerror})</source>
        <translation>无法写入 {name}（{strerror}）</translation>
    </message>
    <message>
        <source>{program} (process {pid}) sends to it</source>
        <translation>{program}（进程 {pid}）正在向其发送</translation>
    </message>
    <message>
        <source>{program} (process {pid}) shows it</source>
        <translation>{program}（进程 {pid}）正在显示它</translation>
    </message>
    <message>
        <source>{stage} failed ({what})</source>
        <translation>{stage}出错（{what}）</translation>
    </message>
    <message>
        <source>{name} has no picture in it</source>
        <translation>{name} 中没有画面</translation>
    </message>
    <message>
        <source>Drop small regions that are not part of a person.</source>
        <translation>去除不属于人物的零星小块。</translation>
    </message>
    <message>
        <source>How strongly the mask is smoothed over time where nothing moves; 0 turns it off.</source>
        <translation>画面静止处蒙版的时间平滑强度；0 为关闭。</translation>
    </message>
    <message>
        <source>Of the output, in frames per second.</source>
        <translation>输出画面每秒的帧数。</translation>
    </message>
    <message>
        <source>Of the output, in pixels.</source>
        <translation>输出画面的像素数。</translation>
    </message>
    <message>
        <source>Predict every second frame and propagate the mask in between.</source>
        <translation>每两帧预测一次，其间沿用蒙版。</translation>
    </message>
    <message>
        <source>Remove specks</source>
        <translation>去除零散斑块</translation>
    </message>
    <message>
        <source>What is shown behind you.</source>
        <translation>您身后显示的内容。</translation>
    </message>
    <message>
        <source>cameras go by number here, {wanted!r} is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can&apos;t make the folder {folder}: {reason}</source>
        <translation>无法创建文件夹 {folder}：{reason}</translation>
    </message>
    <message>
        <source>can&apos;t open {path}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can&apos;t read the picture {path}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can&apos;t write to {folder}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close {readers} and start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>composing failed ({reason})</source>
        <translation>合成画面失败（{reason}）</translation>
    </message>
    <message>
        <source>end it in {endings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such folder: {folder}</source>
        <translation>没有这个文件夹：{folder}</translation>
    </message>
    <message>
        <source>no virtual camera is installed</source>
        <translation>未安装虚拟摄像头</translation>
    </message>
    <message>
        <source>omit the virtual camera&apos;s kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening {camera} was interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>programs can ask for PipeWire cameras</source>
        <translation>程序可以请求 PipeWire 摄像头</translation>
    </message>
    <message>
        <source>restart PipeWire</source>
        <translation>请重新启动 PipeWire</translation>
    </message>
    <message>
        <source>set media.webrtc.camera.allow-pipewire to true on this page</source>
        <translation>请在此页面将 media.webrtc.camera.allow-pipewire 设为 true</translation>
    </message>
    <message>
        <source>the background picture {name} has {megapixels} megapixels</source>
        <translation>背景图片 {name} 有 {megapixels} 百万像素</translation>
    </message>
    <message>
        <source>the fallback frame is shown</source>
        <translation>正在显示替代画面</translation>
    </message>
    <message>
        <source>the fallback frame is shown; choose another model if it stays</source>
        <translation>正在显示替代画面；如持续出现，请选择其他模型</translation>
    </message>
    <message>
        <source>the mask does not look like a person</source>
        <translation>蒙版不像人物</translation>
    </message>
    <message>
        <source>the model&apos;s answer is not a number</source>
        <translation>模型给出的结果不是数值</translation>
    </message>
    <message>
        <source>the settings were damaged ({reason})</source>
        <translation>设置文件已损坏（{reason}）</translation>
    </message>
    <message>
        <source>the settings {path} can&apos;t be read ({reason})</source>
        <translation>无法读取设置 {path}（{reason}）</translation>
    </message>
    <message>
        <source>the virtual camera can&apos;t be started ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no camera {wanted!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no virtual camera named {name!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turn on this flag</source>
        <translation>请打开此开关</translation>
    </message>
    <message>
        <source>use a PC with an x64 processor</source>
        <translation>请使用 x64 处理器的电脑</translation>
    </message>
    <message>
        <source>use at least {min_side} on each side and at most {max_megapixels} million in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v4l2loopback is installed but not loaded</source>
        <translation>v4l2loopback 已安装但未加载</translation>
    </message>
    <message>
        <source>v4l2loopback is loaded</source>
        <translation>v4l2loopback 已加载</translation>
    </message>
    <message>
        <source>v4l2loopback isn&apos;t installed; only programs that read PipeWire cameras see the virtual camera</source>
        <translation>未安装 v4l2loopback；只有支持 PipeWire 摄像头的程序能看到虚拟摄像头</translation>
    </message>
    <message>
        <source>v4l2loopback isn&apos;t loaded; only programs that read PipeWire cameras see the virtual camera</source>
        <translation>未加载 v4l2loopback；只有支持 PipeWire 摄像头的程序能看到虚拟摄像头</translation>
    </message>
    <message>
        <source>xdg-desktop-portal isn&apos;t installed; browsers need it for PipeWire cameras</source>
        <translation>未安装 xdg-desktop-portal；浏览器需要它来使用 PipeWire 摄像头</translation>
    </message>
    <message>
        <source>you have no permission to open {paths}</source>
        <translation>您无权打开 {paths}</translation>
    </message>
    <message>
        <source>{camera} can&apos;t be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} is in use by {programs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} may not be opened by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} sends damaged pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{camera} sends no pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be written ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not show the picture that was sent</source>
        <translation>{name} 没有显示所发送的画面</translation>
    </message>
    <message>
        <source>{name} holds no {file_name}</source>
        <translation>{name} 中没有 {file_name}</translation>
    </message>
    <message>
        <source>{name} is a link or a device</source>
        <translation>{name} 是链接或设备</translation>
    </message>
    <message>
        <source>{name} is connected</source>
        <translation>{name} 已连接</translation>
    </message>
    <message>
        <source>{name} is connected: {formats} up to {width} × {height}</source>
        <translation>{name} 已连接：{formats}，最高 {width} × {height}</translation>
    </message>
    <message>
        <source>{name} is in it twice</source>
        <translation>其中有两个 {name}</translation>
    </message>
    <message>
        <source>{name} is lost</source>
        <translation>{name} 已断开</translation>
    </message>
    <message>
        <source>{name} is no name for a model</source>
        <translation>{name} 不能作为模型名称</translation>
    </message>
    <message>
        <source>{name} is no sound zip archive</source>
        <translation>{name} 不是完好的 zip 压缩包</translation>
    </message>
    <message>
        <source>{name} is no whole number</source>
        <translation>{name} 不是整数</translation>
    </message>
    <message>
        <source>{name} is not a picture this program can read</source>
        <translation>{name} 不是本程序能读取的图片</translation>
    </message>
    <message>
        <source>{name} is not the file that was expected, its sha256 differs</source>
        <translation>{name} 不是预期的文件，sha256 不符</translation>
    </message>
    <message>
        <source>{name} is not three numbers</source>
        <translation>{name} 不是三个数</translation>
    </message>
    <message>
        <source>{name} is odd: {value}</source>
        <translation>{name} 为奇数：{value}</translation>
    </message>
    <message>
        <source>{name} is refused: {error}</source>
        <translation>已拒绝 {name}：{error}</translation>
    </message>
    <message>
        <source>{name} is {side}, not within {side_limits_px} to {side_limits_px4} px</source>
        <translation>{name} 为 {side}，不在 {side_limits_px} 到 {side_limits_px4} 像素之间</translation>
    </message>
    <message>
        <source>{name} is {value}</source>
        <translation>{name} 为 {value}</translation>
    </message>
    <message>
        <source>{name} opens; choose it in a meeting program to see the picture</source>
        <translation>{name} 可以打开；请在会议程序中选择它以查看画面</translation>
    </message>
    <message>
        <source>{name} shows PipeWire cameras only after a setting is changed</source>
        <translation>{name} 需更改一项设置后才会显示 PipeWire 摄像头</translation>
    </message>
    <message>
        <source>{name} shows the picture that was sent</source>
        <translation>{name} 显示了所发送的画面</translation>
    </message>
    <message>
        <source>{other} is writing to {path}</source>
        <translation>{other}正在写入 {path}</translation>
    </message>
    <message>
        <source>{path} ({card}) is no virtual camera</source>
        <translation>{path}（{card}）不是虚拟摄像头</translation>
    </message>
    <message>
        <source>{path} can&apos;t be played in a loop</source>
        <translation>无法循环播放 {path}</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read ({strerror})</source>
        <translation>无法读取 {path}（{strerror}）</translation>
    </message>
    <message>
        <source>{path} holds no picture that can be decoded</source>
        <translation>{path} 中没有可解码的画面</translation>
    </message>
    <message>
        <source>{path} holds no video</source>
        <translation>{path} 中没有视频</translation>
    </message>
    <message>
        <source>{path} holds one picture, and more came</source>
        <translation>{path} 只能存一张图片，却收到更多</translation>
    </message>
    <message>
        <source>{path} is held at the pixel format {fourcc} by a program that reads it</source>
        <translation>{path} 被读取它的程序固定为像素格式 {fourcc}</translation>
    </message>
    <message>
        <source>{path} is no model description: {reason}</source>
        <translation>{path} 不是模型描述：{reason}</translation>
    </message>
    <message>
        <source>{path} is no picture that can be read</source>
        <translation>{path} 不是可读取的图片</translation>
    </message>
    <message>
        <source>{path} is no video that can be read, or is damaged</source>
        <translation>{path} 不是可读取的视频，或已损坏</translation>
    </message>
    <message>
        <source>{path} is not open</source>
        <translation>{path} 未打开</translation>
    </message>
    <message>
        <source>{path} is {width}x{height} pixels</source>
        <translation>{path} 为 {width}x{height} 像素</translation>
    </message>
    <message>
        <source>{path} may not be written by you</source>
        <translation>您无权写入 {path}</translation>
    </message>
    <message>
        <source>{path} was cut short</source>
        <translation>{path} 不完整</translation>
    </message>
    <message>
        <source>{program} (process {pid}) uses it</source>
        <translation>{program}（进程 {pid}）正在使用它</translation>
    </message>
    <message>
        <source>{reader} holds {path} at {accepted}x{accepted4}; the picture is scaled to that until it is closed</source>
        <translation>{reader} 将 {path} 固定为 {accepted}x{accepted4}；在其关闭之前画面会缩放到该尺寸</translation>
    </message>
    <message>
        <source>{source} holds links or folders among its files</source>
        <translation>{source} 的文件中含有链接或文件夹</translation>
    </message>
    <message>
        <source>{source} is larger than {max_model_bytes} GiB</source>
        <translation>{source} 大于 {max_model_bytes} GiB</translation>
    </message>
    <message>
        <source>{target} can&apos;t be written ({strerror})</source>
        <translation>无法写入 {target}（{strerror}）</translation>
    </message>
    <message>
        <source>{url} can&apos;t be had now: {error}</source>
        <translation>现在无法获取 {url}：{error}</translation>
    </message>
    <message>
        <source>{url} can&apos;t be had: {error}</source>
        <translation>无法获取 {url}：{error}</translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message>
        <source>{title}, can&apos;t be read</source>
        <translation>{title}，无法读取</translation>
    </message>
    <message>
        <source>{title}, favourite</source>
        <translation>{title}，已收藏</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Pictures and videos</source>
        <translation>图片和视频</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Starting the camera…</source>
        <translation>正在启动摄像头…</translation>
    </message>
</context>
<context>
    <name>MeetingsPage</name>
    <message>
        <source>Use it in a meeting</source>
        <translation>在会议中使用</translation>
    </message>
    <message>
        <source>Press Start, then pick Cyclorama as the camera in your meeting program:</source>
        <translation>点击“开始”，然后在会议软件中选择 Cyclorama 作为摄像头：</translation>
    </message>
    <message>
        <source>Arrow beside the camera button → Cyclorama.</source>
        <translation>摄像头按钮旁的箭头 → Cyclorama。</translation>
    </message>
    <message>
        <source>Three dots → Settings → Video → Camera → Cyclorama.</source>
        <translation>三个点 → 设置 → 视频 → 摄像头 → Cyclorama。</translation>
    </message>
    <message>
        <source>More → Settings → Devices → Camera → Cyclorama.</source>
        <translation>更多 → 设置 → 设备 → 摄像头 → Cyclorama。</translation>
    </message>
    <message>
        <source>Arrow beside the video button → Camera → Cyclorama.</source>
        <translation>视频按钮旁的箭头 → 摄像头 → Cyclorama。</translation>
    </message>
    <message>
        <source>Sources → + → Video Capture Device → Cyclorama.</source>
        <translation>来源 → + → 视频采集设备 → Cyclorama。</translation>
    </message>
    <message>
        <source>Cyclorama is not listed? A program that was open before Start may have to be restarted. Turn off the program&apos;s own background effect.</source>
        <translation>列表中没有 Cyclorama？在点击“开始”之前就已打开的程序可能需要重新启动。请关闭会议软件自带的背景效果。</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Download of {title}</source>
        <translation>{title} 的下载进度</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>{megabytes} MB on disk</source>
        <translation>占用磁盘 {megabytes} MB</translation>
    </message>
    <message>
        <source>Verified: the published files</source>
        <translation>已校验：与官方发布的文件一致</translation>
    </message>
    <message>
        <source>Unverified: no published checksum to compare with</source>
        <translation>未校验：没有可供比对的官方校验和</translation>
    </message>
    <message>
        <source>Changed since it came: remove it and get it again</source>
        <translation>下载或导入后已被改动：请移除后重新获取</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Choose what fits this camera</source>
        <translation>自动选择适合此摄像头的模型</translation>
    </message>
    <message>
        <source>A portrait model, or a general one while whole bodies or several persons are in view, if one that is better at them is here and this machine keeps up with it.</source>
        <translation>平时使用人像模型；画面中出现全身或多人时，若本机有更擅长且速度跟得上的通用模型，则改用通用模型。</translation>
    </message>
    <message>
        <source>Everything is computed on this machine.</source>
        <translation>一切都在本机计算。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>A model of your own, as PaddleSeg exports it</source>
        <translation>您自己的模型，由 PaddleSeg 导出</translation>
    </message>
    <message>
        <source>Comes with the app</source>
        <translation>随应用提供</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>The download was cancelled</source>
        <translation>下载已取消</translation>
    </message>
    <message>
        <source>Start it again to go on from there</source>
        <translation>再次开始即可断点续传</translation>
    </message>
    <message>
        <source>The model is ready</source>
        <translation>模型已就绪</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
</context>
<context>
    <name>PauseKey</name>
    <message>
        <source>Pause, or go on</source>
        <translation>暂停或继续</translation>
    </message>
</context>
<context>
    <name>PreviewWidget</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>The picture that others see</source>
        <translation>他人看到的画面</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>No setting matches</source>
        <translation>没有匹配的设置</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text size, %</source>
        <translation>文字大小（%）</translation>
    </message>
    <message>
        <source>Keep running in the tray when closed</source>
        <translation>关闭窗口后在托盘中继续运行</translation>
    </message>
    <message>
        <source>Start in the tray</source>
        <translation>启动到托盘</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>登录时启动</translation>
    </message>
    <message>
        <source>Pause with a key from anywhere</source>
        <translation>用全局快捷键暂停</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>配置方案</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置方案</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the profile</source>
        <translation>删除此配置方案</translation>
    </message>
    <message>
        <source>Name of a new profile</source>
        <translation>新配置方案的名称</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Keeps the present settings under this name</source>
        <translation>以此名称保存当前设置</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Every setting back to what it was at first</source>
        <translation>所有设置恢复初始值</translation>
    </message>
    <message>
        <source>Settings were reset</source>
        <translation>设置已重置</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{name} is not there</source>
        <translation>{name} 不存在</translation>
    </message>
    <message>
        <source>Settings were imported</source>
        <translation>设置已导入</translation>
    </message>
    <message>
        <source>Settings were exported</source>
        <translation>设置已导出</translation>
    </message>
    <message>
        <source>Usual settings</source>
        <translation>常用设置</translation>
    </message>
    <message>
        <source>To pause from anywhere, bind this to a key in your desktop&apos;s settings: {command}</source>
        <translation>要在任何地方暂停，请在桌面设置中为此命令绑定快捷键：{command}</translation>
    </message>
    <message>
        <source>Your desktop gave no key.</source>
        <translation>桌面没有提供快捷键。</translation>
    </message>
    <message>
        <source>The key is {key}; your desktop&apos;s settings can change it.</source>
        <translation>快捷键是 {key}；可在桌面设置中更改。</translation>
    </message>
    <message>
        <source>Your desktop&apos;s settings say which key it is.</source>
        <translation>桌面设置中会显示是哪个快捷键。</translation>
    </message>
    <message>
        <source>This can&apos;t be changed</source>
        <translation>无法更改</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>The language changes with the next start</source>
        <translation>语言将在下次启动时切换</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>fps</source>
        <translation>帧/秒</translation>
    </message>
    <message>
        <source>Delay, camera to meeting</source>
        <translation>延迟（摄像头到会议）</translation>
    </message>
    <message>
        <source>Load, 100 % is one core</source>
        <translation>负载（100% 为一个核心）</translation>
    </message>
    <message>
        <source>Show figures over the preview</source>
        <translation>在预览上显示数据</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>For a bug report: no pictures, no file names</source>
        <translation>用于反馈问题：不含图片和文件名</translation>
    </message>
    <message>
        <source>Frames in</source>
        <translation>输入帧</translation>
    </message>
    <message>
        <source>Frames out</source>
        <translation>输出帧</translation>
    </message>
    <message>
        <source>Frames dropped</source>
        <translation>丢弃帧</translation>
    </message>
    <message>
        <source>Delay p50 · p95</source>
        <translation>延迟 p50 · p95</translation>
    </message>
    <message>
        <source>{stage} p50 · p95</source>
        <translation>{stage}阶段 p50 · p95</translation>
    </message>
    <message>
        <source>Camera picture</source>
        <translation>摄像头画面</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>推理引擎</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Where do I find it?</source>
        <translation>在哪里选择？</translation>
    </message>
    <message>
        <source>Pause: the camera is off, others see a still</source>
        <translation>暂停：摄像头关闭，他人看到静态画面</translation>
    </message>
    <message>
        <source>Freeze: others see the last picture</source>
        <translation>定格：他人看到最后一帧</translation>
    </message>
    <message>
        <source>Compare with the camera</source>
        <translation>与摄像头原画面对比</translation>
    </message>
    <message>
        <source>Show the mask</source>
        <translation>显示蒙版</translation>
    </message>
    <message>
        <source>Mirror for me; others see you as you are</source>
        <translation>仅对我镜像；他人看到的不变</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>See the message above.</source>
        <translation>请看上方的消息。</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Camera and model are being opened.</source>
        <translation>正在打开摄像头和模型。</translation>
    </message>
    <message>
        <source>Your camera is off.</source>
        <translation>您的摄像头已关闭。</translation>
    </message>
    <message>
        <source>Only you see this</source>
        <translation>只有您能看到</translation>
    </message>
    <message>
        <source>Press Start to send it to your meeting.</source>
        <translation>点击“开始”即可发送到会议。</translation>
    </message>
    <message>
        <source>Not sending yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>Opening the virtual camera…</source>
        <translation>正在打开虚拟摄像头…</translation>
    </message>
    <message>
        <source>Your meeting can pick it in a moment.</source>
        <translation>稍后即可在会议中选择。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Your camera is off; others see a still.</source>
        <translation>您的摄像头已关闭；他人看到静态画面。</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已定格</translation>
    </message>
    <message>
        <source>Others see the last picture.</source>
        <translation>他人看到最后一帧。</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Pick Cyclorama in Zoom, Meet or Teams.</source>
        <translation>请在 Zoom、Meet 或 Teams 中选择 Cyclorama。</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Show Cyclorama</source>
        <translation>显示 Cyclorama</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置方案</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Usual settings</source>
        <translation>常用设置</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Running again</source>
        <translation>已恢复运行</translation>
    </message>
    <message>
        <source>Everything is as it was.</source>
        <translation>一切恢复正常。</translation>
    </message>
</context>
</TS>
